package dev.latchwork.aio.session;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleList;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.SubmissionQueue;
import java.util.function.BiFunction;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * The parts of {@link HandleUses} that a mistake can be in. Immutable.
 *
 * @param newHandle makes a handle of its id
 * @param newWaiter makes a session's waits
 * @param newIdleList makes a session's list of idle handles
 * @param newQueue makes the queue of submitted ids, of so many slots
 */
public record HandleParts(
        IntFunction<? extends Handle> newHandle,
        BiFunction<InstanceFailure, Latch, ? extends IoWaiter> newWaiter,
        Supplier<? extends HandleList> newIdleList,
        IntFunction<? extends SubmissionQueue> newQueue) {

    /** What is shipped. */
    public static HandleParts reference() {
        return new HandleParts(Handle::new, IoWaiter::new, HandleList::new, SubmissionQueue::new);
    }

    public HandleParts withHandle(IntFunction<? extends Handle> handle) {
        return new HandleParts(handle, newWaiter, newIdleList, newQueue);
    }

    public HandleParts withWaiter(BiFunction<InstanceFailure, Latch, ? extends IoWaiter> waiter) {
        return new HandleParts(newHandle, waiter, newIdleList, newQueue);
    }

    public HandleParts withIdleList(Supplier<? extends HandleList> idleList) {
        return new HandleParts(newHandle, newWaiter, idleList, newQueue);
    }

    public HandleParts withQueue(IntFunction<? extends SubmissionQueue> queue) {
        return new HandleParts(newHandle, newWaiter, newIdleList, queue);
    }
}
