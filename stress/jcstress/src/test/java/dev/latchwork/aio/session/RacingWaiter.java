package dev.latchwork.aio.session;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.jcstress.UnparkRecord;

/** The shipped wait for an I/O, up to the decision to block. For one actor, but for {@link #isUnparked}. */
public final class RacingWaiter {
    /** How the wait goes on. */
    public enum Turn {
        /** It is over: the I/O is completed. */
        RETURNS,
        /** It blocks, until somebody unparks it. */
        PARKS,
        /** The latch was set before it slept, so it looks again. */
        LOOKS_AGAIN
    }

    private static final InstanceFailure NO_FAILURE = new InstanceFailure();

    private final UnparkRecord parker = new UnparkRecord();
    private final Latch latch = new Latch(parker);
    private final IoWaiter waiter = new IoWaiter(NO_FAILURE, latch);

    /** Waits for the present use of the handle. */
    public RacingWaiter(Handle handle) {
        waiter.begin(handle, handle.generation());
    }

    /** Takes the steps of the wait up to its end or its decision to block. */
    public Turn turn() {
        while (waiter.point() != IoWaiter.Point.RETURNED) {
            if (waiter.point() == IoWaiter.Point.SLEEP) {
                return latch.wouldPark() ? Turn.PARKS : Turn.LOOKS_AGAIN;
            }
            waiter.step();
        }
        return Turn.RETURNS;
    }

    /** Whether it has been unparked; for whoever completes the I/O, afterwards. */
    public boolean isUnparked() {
        return parker.isUnparked();
    }

    /** Whether a use of a handle is completed, as a session with such waits would answer. Any thread. */
    public static boolean isCompleted(IoWaiter waiter, Handle handle, long generation) {
        return waiter.isCompleted(handle, generation);
    }
}
