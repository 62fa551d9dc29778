package dev.latchwork.properties;

import dev.latchwork.aio.worker.ExitVariant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * What goes wrong around a workload, and how a worker leaves. The n-th chance is taken or not by the seed alone; which I/O
 * or worker that is depends on the schedule.
 *
 * @param reopenPerMille of so many reads the reopen fails
 * @param startPerMille of so many workers the thread cannot be started
 * @param exits what a leaving worker does to the others
 * @param seed of the chances
 */
record Faults(int reopenPerMille, int startPerMille, ExitVariant exits, long seed) {
    private static final int MOST_REOPENS = 200;
    private static final int MOST_STARTS = 100;

    /** Half of the runs have no failures of reopens, and most none of starts, since each of those costs a tenth of a second. */
    static Arbitrary<Faults> any() {
        Arbitrary<Integer> reopens =
                Arbitraries.frequencyOf(Tuple.of(1, Arbitraries.just(0)), Tuple.of(1, between(1, MOST_REOPENS)));
        Arbitrary<Integer> starts =
                Arbitraries.frequencyOf(Tuple.of(24, Arbitraries.just(0)), Tuple.of(1, between(1, MOST_STARTS)));
        return Combinators.combine(
                        reopens,
                        starts,
                        Arbitraries.of(ExitVariant.REFERENCE, ExitVariant.POSTGRES_19),
                        Arbitraries.longs())
                .as(Faults::new);
    }

    private static Arbitrary<Integer> between(int low, int high) {
        return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
    }
}
