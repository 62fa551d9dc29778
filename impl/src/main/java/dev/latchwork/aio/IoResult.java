package dev.latchwork.aio;

/**
 * Where the owner of a handle finds the outcome of its I/O once it has waited (PostgreSQL: {@code PgAioReturn}). Given
 * at acquire, filled when the owner reclaims the handle, reusable after that. Used by the owner's thread only.
 */
public final class IoResult {
    /** Outcome of an I/O. */
    public enum Status {
        /** Not known yet. */
        UNKNOWN,
        /** All requested bytes were transferred. */
        OK,
        /** Fewer bytes than requested, as a system call would report: end of file, or a short transfer. */
        PARTIAL,
        /** Nothing was transferred; {@link #errno()} says why. */
        ERROR
    }

    private Status status = Status.UNKNOWN;
    private int result;

    public Status status() {
        return status;
    }

    /** Bytes transferred, 0 or more; 0 for an error. */
    public int bytes() {
        return Math.max(0, result);
    }

    /** The error number, above zero for {@link Status#ERROR}, 0 otherwise. */
    public int errno() {
        return Math.max(0, -result);
    }

    /** Makes the slot ready for another I/O. */
    public void clear() {
        set(Status.UNKNOWN, 0);
    }

    /**
     * Stores an outcome; called by the implementation when the owner reclaims the handle.
     *
     * @param newStatus what the result means
     * @param newResult bytes transferred, or a negated error number
     */
    public void set(Status newStatus, int newResult) {
        status = newStatus;
        result = newResult;
    }

    /** Stores another slot's outcome. */
    public void copy(IoResult other) {
        set(other.status, other.result);
    }

    @Override
    public String toString() {
        return switch (status) {
            case UNKNOWN -> "unknown";
            case OK, PARTIAL -> status + " " + result + " bytes";
            case ERROR -> "ERROR -" + Errno.name(errno());
        };
    }
}
