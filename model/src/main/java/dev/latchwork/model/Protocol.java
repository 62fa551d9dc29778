package dev.latchwork.model;

import java.util.List;

/**
 * The protocol as a transition system. Pure: states go in and come out, and nothing is remembered. A mutant whose fault
 * no {@link Variant} can express wraps a protocol and changes what one action does. Implementations are immutable, and
 * safe for use by several threads.
 */
public interface Protocol {

    /** The protocol of a variant within bounds. */
    static Protocol of(Bounds bounds, Variant variant) {
        return new WorkerMethodProtocol(bounds, variant);
    }

    /** The bounds of every state. */
    Bounds bounds();

    /** The decisions of this protocol. */
    Variant variant();

    /** The first state, as {@link Bounds#start} says. */
    ProtocolState initial();

    /** Every action that exists within the bounds, in the order of {@code docs/protocol.md}. */
    List<Action> actions();

    /** The actions that can happen in {@code state}, in the order of {@link #actions}. */
    List<Action> enabled(ProtocolState state);

    /** The state after {@code action}; throws {@link IllegalArgumentException} when it cannot happen in {@code state}. */
    ProtocolState step(ProtocolState state, Action action);

    /** A way to go through {@link #enabled} and {@link #step} by the million; each caller gets its own. */
    default Successors successors() {
        return (state, visitor) -> {
            for (Action action : enabled(state)) {
                visitor.visit(action, step(state, action));
            }
        };
    }
}
