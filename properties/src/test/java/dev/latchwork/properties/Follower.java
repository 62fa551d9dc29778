package dev.latchwork.properties;

import dev.latchwork.model.Action;
import dev.latchwork.model.ProtocolState;
import java.util.Optional;

/** Somebody who is taken along on a walk through the model, and has to be where the model is after each step. */
interface Follower {
    /** Is always there. */
    Follower NOBODY = new Follower() {
        @Override
        public Optional<String> begin(ProtocolState initial) {
            return Optional.empty();
        }

        @Override
        public Optional<String> follow(Action action, ProtocolState after) {
            return Optional.empty();
        }
    };

    /** Compares itself with the walk's first state; gives what differs, in words. */
    Optional<String> begin(ProtocolState initial);

    /** Takes the same action and compares itself with the state after it; gives what differs, in words. */
    Optional<String> follow(Action action, ProtocolState after);
}
