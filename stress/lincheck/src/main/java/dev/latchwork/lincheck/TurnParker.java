package dev.latchwork.lincheck;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.worker.WorkerTurns;
import java.util.function.Function;

/**
 * A parker that does not block: the owner is asleep, which is a state, until somebody unparks it. So a wakeup that nobody
 * sends is seen as an owner that stays asleep.
 */
public final class TurnParker implements Parker, WorkerTurns.Bed {
    private final Latch latch;
    private boolean permit;
    private boolean asleep;

    /** Makes the latch that parks here. */
    TurnParker(Function<Parker, Latch> newLatch) {
        latch = newLatch.apply(this);
    }

    @Override
    public Latch latch() {
        return latch;
    }

    @Override
    public synchronized boolean isAsleep() {
        return asleep;
    }

    @Override
    public void own() {
        // A slot has one owner here.
    }

    @Override
    public void disown() {
        // The same.
    }

    @Override
    public synchronized void park() {
        if (!permit) {
            asleep = true;
            throw new WorkerTurns.Asleep();
        }
        permit = false;
    }

    @Override
    public void parkNanos(long nanos) {
        throw new UnsupportedOperationException("there is no time under a controlled scheduler");
    }

    @Override
    public synchronized void unpark() {
        permit = !asleep;
        asleep = false;
    }
}
