package dev.latchwork.model.completion;

/** Program point of a session: the action that it takes next. At {@link #READY} it may choose. Immutable. */
public enum SessionPoint {
    READY("Ready"),
    STAGE("Stage"),
    LOAD_STATE("LoadState"),
    LOAD_GENERATION("LoadGeneration"),
    PREPARE_TO_SLEEP("PrepareToSleep"),
    AWAIT("Await"),
    RESET_LATCH("ResetLatch"),
    ENLIST_AGAIN("EnlistAgain"),
    CANCEL_SLEEP("CancelSleep"),
    READ_RESULT("ReadResult"),
    CONFIRM_GENERATION("ConfirmGeneration"),
    RECLAIM("Reclaim"),
    NEXT_GENERATION("NextGeneration"),
    RECYCLE("Recycle"),
    RETURN("Return");

    private final String label;

    SessionPoint(String label) {
        this.label = label;
    }

    /** Whether a session may be here between its enlisting on a condition variable and its cancelling. */
    boolean mayBePrepared() {
        return switch (this) {
            case LOAD_STATE, LOAD_GENERATION, AWAIT, RESET_LATCH, ENLIST_AGAIN, CANCEL_SLEEP -> true;
            default -> false;
        };
    }

    /** Whether a session is here while it ends the use of a handle. */
    boolean isRecycling() {
        return this == NEXT_GENERATION || this == RECYCLE;
    }

    /** The word of the protocol, such as {@code LoadState}. */
    @Override
    public String toString() {
        return label;
    }
}
