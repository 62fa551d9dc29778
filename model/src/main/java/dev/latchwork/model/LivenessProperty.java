package dev.latchwork.model;

import java.util.List;
import java.util.function.Predicate;

/**
 * A property of fair behaviours: none of them returns for ever to a state in which something is unfinished.
 *
 * @param name its name in the specification
 * @param sentence what it says
 * @param unfinished whether something is unfinished in a state; pure
 */
public record LivenessProperty(String name, String sentence, Predicate<ProtocolState> unfinished) {

    /**
     * What is submitted completes. Implies the specification's {@code Submitted ~> Ok or Enoent}, and is the same as long
     * as no I/O becomes submitted a second time.
     */
    public static final LivenessProperty COMPLETES = new LivenessProperty(
            "Completes",
            "Every submitted I/O completes, and nothing further need be submitted.",
            state -> state.submittedBits() != 0);

    /** What fails or is resized comes back: {@code <>[]} all workers are registered and as many as wanted. */
    public static final LivenessProperty POOL_RECOVERS = new LivenessProperty(
            "PoolRecovers",
            "When reloads, interrupts and reopen failures have ended, the pool comes back to its size and stays there.",
            state -> state.starting() > 0
                    || state.leavers() > 0
                    || Integer.bitCount(state.inUseBits()) != state.target());

    /** An instance that closes comes to its end. */
    public static final LivenessProperty CLOSE_TERMINATES = new LivenessProperty(
            "CloseTerminates",
            "When the instance closes, the pool ends.",
            state -> state.target() == 0 && state.running() > 0);

    /** All of them. */
    public static final List<LivenessProperty> ALL = List.of(COMPLETES, POOL_RECOVERS, CLOSE_TERMINATES);

    /** Name and sentence. */
    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
