package dev.latchwork.model.history;

/**
 * What an object does when the operations of one history happen one after another. Pure.
 *
 * @param <S> the object's state; immutable, compared by {@code equals}
 */
public interface SequentialSpecification<S> {
    /** The state at first. */
    S start();

    /**
     * The state after an operation.
     *
     * @param operation its index in the history
     * @return null if its answer is not the one that this state gives
     */
    S after(S state, int operation);

    /**
     * Whether the operation changes nothing in any state. One that changes nothing in some states, as a write of what is
     * there already, is none of these.
     */
    boolean isRead(int operation);
}
