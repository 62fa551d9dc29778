package dev.latchwork.aio;

/**
 * The life of a handle (PostgreSQL: {@code PgAioHandleState}).
 *
 * <pre>
 * IDLE -> HANDED_OUT -> DEFINED -> STAGED -> SUBMITTED -> COMPLETED_IO -> COMPLETED_SHARED -> COMPLETED_LOCAL -> IDLE
 *           |                                                                                                    ^
 *           +---- release --------------------------------------------------------------------------------------+
 * </pre>
 */
public enum HandleState {
    /** In its session's idle list. */
    IDLE,
    /** Returned by acquire; the only state that may go back to {@link #IDLE} without an I/O. */
    HANDED_OUT,
    /** Operation, target and buffer are known. */
    DEFINED,
    /** Ready for submission, perhaps waiting for the rest of its batch. */
    STAGED,
    /** Given to the method; from here on anybody may execute and complete it. */
    SUBMITTED,
    /** The system call has returned; the result is stored. */
    COMPLETED_IO,
    /** Shared completion has run; every session may see the result. */
    COMPLETED_SHARED,
    /** The owner has taken the result; the handle is about to be reused. */
    COMPLETED_LOCAL;

    /** Whether {@code next} may follow this state. Pure, allocates nothing. */
    public boolean mayBecome(HandleState next) {
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

    /** Whether the result of the I/O is visible to everybody. */
    public boolean isCompleted() {
        return this == COMPLETED_SHARED || this == COMPLETED_LOCAL;
    }
}
