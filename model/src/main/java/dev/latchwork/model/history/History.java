package dev.latchwork.model.history;

/**
 * Operations and their intervals, as Herlihy and Wing have them: an operation takes effect at one moment that is neither
 * before its invocation nor after its response. Moments are numbers of one counter; an operation is before another if its
 * response is less than the other's invocation. Operations have indexes from 0.
 */
public interface History {
    /** The response of an operation that had none when the history ended. */
    int PENDING = Integer.MAX_VALUE;

    /** How many operations. */
    int size();

    /** The moment at which the operation was called, 0 or more. */
    int invocation(int operation);

    /** The moment by which it had answered, at least its invocation; or {@link #PENDING}. */
    int response(int operation);

    /** Whether it may have had no effect at all: it is pending, or it failed and nobody knows how far it came. */
    boolean isOptional(int operation);

    /** The operation for a reader. */
    HistoryOperation operation(int operation);

    /** Such as {@code session 3: write 17}. */
    default String text(int operation) {
        return operation(operation).toString();
    }

    /**
     * Whether {@code earlier} takes effect before {@code later} although the two may overlap: whoever called them called them
     * in this order, and the object takes what one caller gives it in the order of the calls. A strict partial order of
     * operations that are not {@linkplain #isOptional optional}; the earlier one was called at an earlier moment. None, unless
     * the object says otherwise.
     */
    default boolean isInProgramOrder(int earlier, int later) {
        return false;
    }

    /** Whether {@code earlier} was over before {@code later} began. */
    default boolean isBefore(int earlier, int later) {
        return response(earlier) < invocation(later);
    }
}
