package dev.latchwork.aio.latch;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LatchTest {
    private static final Duration BOUND = Duration.ofSeconds(30);

    /** A set that precedes the wait is not lost, and stays until the reset. */
    @Test
    void await_whenSetBefore_thenReturnsAtOnceAndStaysSet() {
        assertTimeoutPreemptively(BOUND, () -> {
            Latch latch = new Latch();
            latch.own();
            latch.set();
            latch.await();
            latch.await();
            assertTrue(latch.isSet());
            latch.reset();
            assertFalse(latch.isSet());
        });
    }

    /** The owner sleeps until another thread sets the latch, whichever of them comes first. */
    @Test
    void await_whenSetByAnotherThread_thenReturns() throws Exception {
        for (int round = 0; round < 1000; round++) {
            Latch latch = new Latch();
            CompletableFuture<Void> owner = CompletableFuture.runAsync(() -> {
                latch.own();
                latch.await();
            });
            latch.set();
            owner.get(BOUND.toSeconds(), TimeUnit.SECONDS);
        }
    }

    /** Nobody is unparked in vain: only a set that finds the latch unset and its owner about to sleep needs the system call. */
    @Test
    void setNeedsUnpark_whenNobodySleeps_thenFalse() {
        Latch latch = new Latch();
        assertFalse(latch.setNeedsUnpark());
        latch.reset();
        assertTrue(latch.wouldPark());
        assertTrue(latch.setNeedsUnpark());
        assertFalse(latch.setNeedsUnpark(), "the latch is set already");
        assertFalse(latch.wouldPark(), "the latch is set");
    }

    /** A wait is not ended by an interrupt of the thread, and the thread's status is kept. */
    @Test
    void await_whenThreadIsInterrupted_thenWaitsOnAndKeepsTheStatus() {
        assertTimeoutPreemptively(BOUND, () -> {
            Latch latch = new Latch();
            CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
            Thread owner = new Thread(() -> {
                latch.own();
                Thread.currentThread().interrupt();
                latch.await();
                latch.disown();
                interrupted.complete(Thread.currentThread().isInterrupted() && latch.isSet());
            });
            owner.start();
            // A wait that the interrupt ended would have completed the future without the set.
            while (owner.getState() != Thread.State.WAITING) {
                assertFalse(interrupted.isDone(), "the wait ended without a set");
                Thread.onSpinWait();
            }
            latch.set();
            assertTrue(interrupted.get());
        });
    }

    /** A bounded wait ends without a set. */
    @Test
    void awaitNanos_whenNobodySets_thenReturnsUnset() {
        assertTimeoutPreemptively(BOUND, () -> {
            Latch latch = new Latch();
            latch.own();
            latch.awaitNanos(1000);
            assertFalse(latch.isSet());
        });
    }
}
