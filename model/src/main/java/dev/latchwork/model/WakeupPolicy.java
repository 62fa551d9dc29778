package dev.latchwork.model;

/**
 * Who wakes whom on account of queued I/Os. Immutable.
 *
 * @param accounting what a worker that consumed takes into account
 * @param onSubmit whom a submitter chooses
 * @param onConsume whom a worker that consumed chooses
 * @param fanOut how often it chooses
 */
public record WakeupPolicy(Wakeups accounting, Choice onSubmit, Choice onConsume, FanOut fanOut) {
    /** This policy with another accounting. */
    WakeupPolicy with(Wakeups value) {
        return new WakeupPolicy(value, onSubmit, onConsume, fanOut);
    }

    /** This policy with another fan-out. */
    WakeupPolicy with(FanOut value) {
        return new WakeupPolicy(accounting, onSubmit, onConsume, value);
    }

    /** Whether {@code worker}, which is about to consume, wants to wake a peer that it may wake. */
    boolean wantsToWake(ProtocolState state, int worker) {
        int others = state.idleBits() & ~(1 << worker);
        return wanted(state, worker) > 0 && (others & accounting.candidates(worker)) != 0;
    }

    /** How many peers {@code worker}, which is about to consume, wants to wake. */
    int wanted(ProtocolState state, int worker) {
        int left = state.depth() - 1;
        return fanOut.peers(left - Math.min(left, accounting.comeAnyway(state, worker)));
    }
}
