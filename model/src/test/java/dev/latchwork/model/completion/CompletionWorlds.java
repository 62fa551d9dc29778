package dev.latchwork.model.completion;

/**
 * The worlds in which the completion side is explored: the bounds of the {@code MCCompletion} models of the same names.
 *
 * @param bounds the world
 * @param distinct its distinct states
 * @param diameter of its state graph
 */
record CompletionWorlds(CompletionBounds bounds, int distinct, int diameter) {
    /** A handle is used twice while another session may wait. */
    static final CompletionWorlds REUSE = new CompletionWorlds(new CompletionBounds(2, 1, 1, 1, 2, 1), 5041, 33);

    /** An owner with two handles, both in use. */
    static final CompletionWorlds OLDEST = new CompletionWorlds(new CompletionBounds(1, 2, 2, 1, 1, 2), 5454, 39);

    /** Two of three sessions wait for one handle. */
    static final CompletionWorlds WAITERS = new CompletionWorlds(new CompletionBounds(3, 1, 1, 1, 1, 2), 24674, 35);
}
