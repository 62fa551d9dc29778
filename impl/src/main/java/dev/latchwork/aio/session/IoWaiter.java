package dev.latchwork.aio.session;

import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import dev.latchwork.aio.latch.Latch;

/**
 * Waits for the completion of one I/O at a time. Used by one thread at a time; allocates nothing.
 *
 * <p>The overridable method is for mutants; what is shipped overrides none.
 */
public class IoWaiter {
    /*
     * Overview.
     * 1 What it is: a state machine over a handle's condition variable.
     * 2 Corresponds to: pgaio_io_wait.
     * 3 Representation: CHECK -> PREPARE_TO_SLEEP -> CHECK_AGAIN -> (SLEEP -> CHECK_AGAIN)* -> CANCEL_SLEEP -> RETURNED.
     * 4 Invariants: the waiter is on a condition variable exactly from PREPARE_TO_SLEEP to CANCEL_SLEEP.
     * 5 Guards and lock order: the condition variable's monitor, alone.
     * 6 Linearization points: the load of the handle's state, or of its generation, that says the I/O is done.
     * 7 Memory ordering: the handle's acquire loads: state first, generation after it.
     * 8 Blocking and wakeup argument: enlisted before the state is tested (ConditionVariable, 7 and 8). The failure of the
     *   instance broadcasts too, and is tested in the same places.
     * 9 Departures: reclaiming is the session's part, since only an owner may.
     */

    /** Program points. */
    enum Point {
        CHECK,
        PREPARE_TO_SLEEP,
        CHECK_AGAIN,
        SLEEP,
        CANCEL_SLEEP,
        RETURNED
    }

    private final InstanceFailure failure;
    private final Latch latch;
    private final Waiter waiter;

    private Point point = Point.RETURNED;
    private Handle handle;
    private long generation;

    IoWaiter(InstanceFailure failure) {
        this(failure, new Latch());
    }

    /** The same, asleep on that latch. */
    public IoWaiter(InstanceFailure failure, Latch latch) {
        this.failure = failure;
        this.latch = latch;
        waiter = new Waiter(latch);
    }

    /**
     * Returns when the use of the handle with that generation is completed.
     *
     * @throws dev.latchwork.aio.AioException if the instance has failed
     */
    final void await(Handle awaited, long itsGeneration) {
        latch.own();
        try {
            begin(awaited, itsGeneration);
            while (point != Point.RETURNED) {
                step();
            }
        } finally {
            latch.disown();
        }
        if (!isDone()) {
            failure.check();
        }
    }

    /** Takes a wait; the next step is the first check. */
    final void begin(Handle awaited, long itsGeneration) {
        handle = awaited;
        generation = itsGeneration;
        point = Point.CHECK;
    }

    final Point point() {
        return point;
    }

    /** Takes one step. Blocks only at {@link Point#SLEEP}. */
    final void step() {
        point = switch (point) {
            case CHECK -> isOver() ? Point.RETURNED : Point.PREPARE_TO_SLEEP;
            case PREPARE_TO_SLEEP -> prepareToSleep();
            case CHECK_AGAIN -> isOver() ? Point.CANCEL_SLEEP : Point.SLEEP;
            case SLEEP -> sleep();
            case CANCEL_SLEEP -> cancelSleep();
            case RETURNED -> Point.RETURNED;
        };
    }

    private Point prepareToSleep() {
        handle.completed().prepareToSleep(waiter);
        return Point.CHECK_AGAIN;
    }

    private Point sleep() {
        handle.completed().sleep(waiter);
        return Point.CHECK_AGAIN;
    }

    private Point cancelSleep() {
        handle.completed().cancelSleep(waiter);
        return Point.RETURNED;
    }

    private boolean isOver() {
        return isDone() || failure.isRaised();
    }

    private boolean isDone() {
        return isCompleted(handle, generation);
    }

    /** Whether that use of the handle is completed: by its state, or because the handle is in another use. Any thread. */
    protected boolean isCompleted(Handle handle, long generation) {
        // State before generation: see Handle, 7. In the other order a state of the next use could pass for this one's.
        boolean completed = handle.state().isCompleted();
        return handle.wasRecycled(generation) || completed;
    }
}
