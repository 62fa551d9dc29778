package dev.latchwork.properties;

import net.jqwik.api.statistics.Statistics;

/** A least share of tries in which something must have happened, so that a property cannot hold for want of trying. */
final class Floor {
    private Floor() {}

    /** Collects whether {@code event} happened in this try, and demands it of at least {@code percent} of all tries. */
    static void atLeast(double percent, String event, boolean happened) {
        Statistics.label(event)
                .collect(happened)
                .coverage(coverage -> coverage.check(true).percentage(seen -> seen >= percent));
    }
}
