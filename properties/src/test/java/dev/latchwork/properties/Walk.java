package dev.latchwork.properties;

import dev.latchwork.model.Bounds;
import dev.latchwork.model.Start;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * A random walk through the states of the protocol.
 *
 * @param bounds the world in which it is taken
 * @param choices at each state which of the actions that can happen does; a choice wraps round when there are fewer
 */
record Walk(Bounds bounds, List<Integer> choices) {
    /** Only the bounds: the choices mean nothing without the schedule that they lead to. */
    @Override
    public String toString() {
        return bounds.toString();
    }

    /**
     * Walks in worlds that an exhaustive search could visit, where a fault is never far away, and now and then in one that
     * is too large for it.
     */
    static final class Supplier implements ArbitrarySupplier<Walk> {
        private static final int LONGEST = 500;
        private static final int MOST_CHOICES = 1 << 16;

        /** The largest of each bound. */
        private record World(int workers, int submitters, int ios, int ringBits, int batch, int budget) {}

        private static final World SMALL = new World(4, 3, 8, 3, 4, 3);
        /** About as many of everything as a state has room for. */
        private static final World LARGE =
                new World(12, Bounds.MAX_SUBMITTERS, Bounds.MAX_IOS, 3, 5, Bounds.MAX_BUDGET);

        private record Agents(Start start, int workers, int poolSize, int submitters, int ios) {}

        private record Budgets(int reloads, int interrupts, int reopenFailures) {}

        @Override
        public Arbitrary<Walk> get() {
            Arbitrary<Bounds> bounds = Arbitraries.frequencyOf(Tuple.of(3, bounds(SMALL)), Tuple.of(1, bounds(LARGE)));
            Arbitrary<List<Integer>> choices = between(0, MOST_CHOICES)
                    .list()
                    .ofMaxSize(LONGEST)
                    .withSizeDistribution(RandomDistribution.uniform());
            return Combinators.combine(bounds, choices).as(Walk::new);
        }

        private static Arbitrary<Bounds> bounds(World world) {
            Arbitrary<Agents> agents = Combinators.combine(
                            Arbitraries.of(Start.class),
                            between(1, world.workers),
                            between(1, world.workers),
                            between(1, world.submitters),
                            between(1, world.ios))
                    .as(Agents::new);
            // Half of the walks are calm: with the environment busy, workers are seldom all asleep when a batch comes.
            Arbitrary<Budgets> budgets = Arbitraries.oneOf(
                    Arbitraries.just(new Budgets(0, 0, 0)),
                    Combinators.combine(between(0, world.budget), between(0, world.budget), between(0, world.budget))
                            .as(Budgets::new));
            return Combinators.combine(agents, between(1, world.ringBits), between(1, world.batch), budgets)
                    .as(Supplier::bounds);
        }

        private static Bounds bounds(Agents agents, int ringBits, int batch, Budgets budgets) {
            int poolSize = agents.start == Start.WARM ? agents.workers : Math.min(agents.poolSize, agents.workers);
            return Bounds.builder()
                    .start(agents.start)
                    .workers(agents.workers)
                    .poolSize(poolSize)
                    .submitters(agents.submitters)
                    .ios(agents.ios)
                    .ringSize(1 << ringBits)
                    .maxBatch(batch)
                    .reloads(
                            budgets.reloads,
                            IntStream.rangeClosed(1, agents.workers).toArray())
                    .interrupts(budgets.interrupts)
                    .reopenFailures(budgets.reopenFailures)
                    .build();
        }

        private static Arbitrary<Integer> between(int low, int high) {
            return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
        }
    }
}
