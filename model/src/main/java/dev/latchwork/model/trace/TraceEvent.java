package dev.latchwork.model.trace;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One recorded step. Immutable.
 *
 * @param action which
 * @param actor slot of the worker, number of the session, or {@link #NOBODY} for the supervisor
 * @param argument slot whose latch was set (SubmitSetLatch, WakePeer, HandOver), handle id (Consume), number of I/Os inserted
 *     (Submit), pool size (Reload), slot of the worker asked (RequestShutdown), 1 or 0 for leaves or stays (CheckInterrupts)
 * @param io the I/O, with its generation, of a step on the one in hand or left over; else {@link IoUse#NONE}
 * @param batch the I/Os of a Submit, in order; else empty
 * @param owed of a critical section: latches that its actor owes after it
 * @param depth of a critical section: I/Os in the queue after it
 * @param running of a critical section: workers that are starting, registered or leaving after it
 * @param idle of a critical section: the idle set after it
 * @param begin number before the step; {@code end} if it was not announced
 * @param end number after it, and in a critical section before the lock was released
 */
public record TraceEvent(
        RecordedAction action,
        int actor,
        int argument,
        long io,
        List<Long> batch,
        int owed,
        int depth,
        int running,
        int idle,
        int begin,
        int end) {
    /** The actor is no worker and no session. */
    public static final int NOBODY = -1;

    /** Copies the batch. */
    public TraceEvent {
        batch = List.copyOf(batch);
    }

    /** The slot that a request or a set of a latch is about, or {@link #NOBODY}. */
    int targetSlot() {
        return action == RecordedAction.INTERRUPT
                ? actor
                : action == RecordedAction.REQUEST_SHUTDOWN || action.setsLatch() ? argument : NOBODY;
    }

    /** The event as another action. */
    public TraceEvent withAction(RecordedAction other) {
        return new TraceEvent(other, actor, argument, io, batch, owed, depth, running, idle, begin, end);
    }

    /** The event of another actor. */
    public TraceEvent withActor(int other) {
        return new TraceEvent(action, other, argument, io, batch, owed, depth, running, idle, begin, end);
    }

    /** The event with another argument. */
    public TraceEvent withArgument(int other) {
        return new TraceEvent(action, actor, other, io, batch, owed, depth, running, idle, begin, end);
    }

    /** The event on another I/O. */
    public TraceEvent withIo(long other) {
        return new TraceEvent(action, actor, argument, other, batch, owed, depth, running, idle, begin, end);
    }

    /** The event with another batch. */
    public TraceEvent withBatch(List<Long> other) {
        return new TraceEvent(action, actor, argument, io, other, owed, depth, running, idle, begin, end);
    }

    /** The event after which its actor owes another number of latches. */
    public TraceEvent withOwed(int other) {
        return new TraceEvent(action, actor, argument, io, batch, other, depth, running, idle, begin, end);
    }

    /** The event after which the queue has another depth. */
    public TraceEvent withDepth(int other) {
        return new TraceEvent(action, actor, argument, io, batch, owed, other, running, idle, begin, end);
    }

    /** The event after which another number of workers run. */
    public TraceEvent withRunning(int other) {
        return new TraceEvent(action, actor, argument, io, batch, owed, depth, other, idle, begin, end);
    }

    /** The event after which the idle set is another. */
    public TraceEvent withIdle(int other) {
        return new TraceEvent(action, actor, argument, io, batch, owed, depth, running, other, begin, end);
    }

    /** The event at another place. */
    public TraceEvent at(int newBegin, int newEnd) {
        return new TraceEvent(action, actor, argument, io, batch, owed, depth, running, idle, newBegin, newEnd);
    }

    /** Such as {@code Consume by worker 3 (handle 17)}. */
    public String text() {
        String who = action.isOfSession() ? " by session " + actor : actor == NOBODY ? "" : " by worker " + actor;
        return action + who + detail();
    }

    private String detail() {
        return switch (action) {
            case SUBMIT ->
                " (" + argument + " inserted of "
                        + batch.stream().map(IoUse::text).collect(Collectors.joining(" ")) + ")";
            case CONSUME -> " (handle " + argument + ")";
            case SUBMIT_SET_LATCH, WAKE_PEER, HAND_OVER -> " (latch of worker " + argument + ")";
            case REQUEST_SHUTDOWN -> " (of worker " + argument + ")";
            case RELOAD -> " (pool of " + argument + ")";
            case CHECK_INTERRUPTS -> argument == 1 ? " (leaves)" : " (stays)";
            default -> io == IoUse.NONE ? "" : " (I/O " + IoUse.text(io) + ")";
        };
    }
}
