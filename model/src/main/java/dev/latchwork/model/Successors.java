package dev.latchwork.model;

/**
 * Goes through the successors of one state after another without keeping any of them, which is what an exploration by the
 * million needs. Confined to one thread at a time.
 */
@FunctionalInterface
public interface Successors {
    /** Takes one successor. */
    @FunctionalInterface
    interface Visitor {
        /**
         * Looks at the step from the state by {@code action}.
         *
         * @param next the state after it: a view that is overwritten by the next step, and not to be kept
         */
        void visit(Action action, ProtocolState next);
    }

    /** Shows {@code visitor} each action that can happen in {@code state}, in the order of {@link Protocol#actions}. */
    void visit(ProtocolState state, Visitor visitor);
}
