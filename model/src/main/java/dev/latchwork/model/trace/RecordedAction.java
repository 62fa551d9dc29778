package dev.latchwork.model.trace;

import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The actions of the protocol of which a run leaves an event, by their names, and what tells a judge where in the event's
 * interval the step may be put. Immutable.
 */
public enum RecordedAction {
    SUBMIT("Submit", Extent.SECTION),
    SUBMIT_SYNCHRONOUSLY("SubmitSynchronously", Extent.OWN),
    SUBMIT_SET_LATCH("SubmitSetLatch", Extent.EFFECT_ON_OTHERS),
    PERFORM_SYNCHRONOUSLY("PerformSynchronously", Extent.EFFECT_ON_OTHERS),
    START_WORKER("StartWorker", Extent.SECTION),
    REGISTER("Register", Extent.SECTION),
    CHECK_INTERRUPTS("CheckInterrupts", Extent.OWN_LOOK),
    CONSUME("Consume", Extent.SECTION),
    CONSUME_QUIETLY("ConsumeQuietly", Extent.SECTION),
    MARK_IDLE("MarkIdle", Extent.SECTION),
    WAKE_PEER("WakePeer", Extent.EFFECT_ON_OTHERS),
    REOPEN("Reopen", Extent.OWN),
    REOPEN_FAIL("ReopenFail", Extent.OWN),
    PERFORM("Perform", Extent.EFFECT_ON_OTHERS),
    COMPLETE_FAILED("CompleteFailed", Extent.EFFECT_ON_OTHERS),
    AWAIT("Await", Extent.OWN),
    RESET_LATCH("ResetLatch", Extent.RESET),
    DEREGISTER("Deregister", Extent.SECTION),
    HAND_OVER("HandOver", Extent.EFFECT_ON_OTHERS),
    EXIT_WORKER("ExitWorker", Extent.SECTION),
    REQUEST_SHUTDOWN("RequestShutdown", Extent.REQUEST),
    INTERRUPT("Interrupt", Extent.REQUEST),
    RELOAD("Reload", Extent.SECTION),
    /**
     * No action of the protocol: the thread of the last StartWorker could not be started. Both together change nothing that
     * any other process looks at.
     */
    START_TAKEN_BACK("StartTakenBack", Extent.SECTION);

    /** What of a step others can see before its end. */
    enum Extent {
        /** Nothing: a critical section. */
        SECTION,
        /** Nothing, and nothing of others is looked at but what was there at its end. */
        OWN,
        /** Nothing, but it looks at what others may change: CheckInterrupts. */
        OWN_LOOK,
        /** It undoes what others did: a set that comes in between may be lost or not. */
        RESET,
        /** Its effect, from its beginning on. */
        EFFECT_ON_OTHERS,
        /** The same, within a critical section. */
        REQUEST
    }

    private static final Map<String, RecordedAction> BY_LABEL =
            Arrays.stream(values()).collect(Collectors.toMap(action -> action.label, Function.identity()));

    private final String label;
    private final Extent extent;

    RecordedAction(String label, Extent extent) {
        this.label = label;
        this.extent = extent;
    }

    /**
     * The action that the protocol calls {@code label}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static RecordedAction ofLabel(String label) {
        RecordedAction action = BY_LABEL.get(label);
        if (action == null) {
            throw new IllegalArgumentException("no recorded action is called " + label);
        }
        return action;
    }

    Extent extent() {
        return extent;
    }

    /** Whether it is a critical section, whose event says how the section leaves the shared state. */
    public boolean isSection() {
        return extent == Extent.SECTION || extent == Extent.REQUEST;
    }

    /** Whether others may see it before its end, so that it may have to be put before its number. */
    boolean mayComeEarly() {
        return extent == Extent.EFFECT_ON_OTHERS || extent == Extent.REQUEST;
    }

    /** Whether its actor is a session. */
    public boolean isOfSession() {
        return this == SUBMIT
                || this == SUBMIT_SYNCHRONOUSLY
                || this == SUBMIT_SET_LATCH
                || this == PERFORM_SYNCHRONOUSLY;
    }

    /** Whether a run of the variant can have it. */
    public boolean existsIn(Variant variant) {
        return switch (this) {
            case SUBMIT_SYNCHRONOUSLY -> variant.tryLock();
            case CONSUME_QUIETLY -> variant.wakeup().accounting() == Wakeups.DAMPED;
            default -> true;
        };
    }

    /** Whether it sets the latch of the slot that is its argument. */
    boolean setsLatch() {
        return this == SUBMIT_SET_LATCH || this == WAKE_PEER || this == HAND_OVER;
    }

    /** The word of the protocol, such as {@code Consume}. */
    @Override
    public String toString() {
        return label;
    }
}
