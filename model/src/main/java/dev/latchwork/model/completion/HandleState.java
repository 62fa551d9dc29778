package dev.latchwork.model.completion;

/** The life of a handle; the constants have the names of the specification. Immutable. */
public enum HandleState {
    IDLE,
    HANDED_OUT,
    DEFINED,
    STAGED,
    SUBMITTED,
    COMPLETED_IO,
    COMPLETED_SHARED,
    COMPLETED_LOCAL;

    /** Whether {@code next} may follow this state. */
    boolean mayBecome(HandleState next) {
        return switch (this) {
            case IDLE -> next == HANDED_OUT;
            case HANDED_OUT -> next == DEFINED || next == IDLE;
            case DEFINED -> next == STAGED;
            case STAGED -> next == SUBMITTED;
            case SUBMITTED -> next == COMPLETED_IO;
            case COMPLETED_IO -> next == COMPLETED_SHARED;
            case COMPLETED_SHARED -> next == COMPLETED_LOCAL;
            case COMPLETED_LOCAL -> next == IDLE;
        };
    }

    /** Whether the result is there for everybody. */
    boolean isCompleted() {
        return this == COMPLETED_SHARED || this == COMPLETED_LOCAL;
    }

    /** Whether the reference to the current use is with other sessions, and has the handle's generation. */
    boolean isPublished() {
        return this == STAGED || isInFlight();
    }

    /** Whether the handle is submitted and not reclaimed. */
    boolean isInFlight() {
        return this == SUBMITTED || this == COMPLETED_IO || this == COMPLETED_SHARED;
    }
}
