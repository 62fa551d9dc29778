package dev.latchwork.model;

import java.util.List;

/**
 * An infinite behaviour that ends in a cycle. Immutable.
 *
 * @param stem the way to the cycle; its last state is the first of the cycle
 * @param cycle the steps of the cycle, which end in the state where they began; empty when nothing happens any more
 */
public record Lasso(Trace stem, List<Step> cycle) {
    /** Copies {@code cycle}. */
    public Lasso {
        cycle = List.copyOf(cycle);
    }
}
