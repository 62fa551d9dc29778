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
        @Override
        public Arbitrary<Walk> get() {
            return Arbitraries.frequencyOf(Tuple.of(3, World.SMALL.walks()), Tuple.of(1, World.LARGE.walks()));
        }
    }

    /** The same, and walks in worlds as wide as a state has room for, in which sessions and instance also close. */
    static final class WideSupplier implements ArbitrarySupplier<Walk> {
        @Override
        public Arbitrary<Walk> get() {
            return Arbitraries.frequencyOf(
                    Tuple.of(3, World.SMALL.walks()),
                    Tuple.of(1, World.LARGE.walks()),
                    Tuple.of(2, World.WIDE.walks()));
        }
    }

    /** The largest of each bound, and of a walk's steps. */
    private record World(
            int workers, int submitters, int ios, int ringBits, int batch, int budget, boolean closes, int longest) {
        private static final int MOST_CHOICES = 1 << 16;

        private static final World SMALL = new World(4, 3, 8, 3, 4, 3, false, 500);
        /** About as many of everything as a state has room for, in a ring that is often full. */
        private static final World LARGE =
                new World(12, Bounds.MAX_SUBMITTERS, Bounds.MAX_IOS, 3, 5, Bounds.MAX_BUDGET, false, 500);
        /** The same with as many workers, with long batches at small rings, and with a close. */
        private static final World WIDE =
                new World(12, Bounds.MAX_SUBMITTERS, Bounds.MAX_IOS, 3, 11, Bounds.MAX_BUDGET, true, 1000);

        /** What a state has room for in its queue, of ids up to the highest: the capacity and a batch. */
        private static final int MOST_QUEUED = 12;

        private record Agents(Start start, int workers, int poolSize, int submitters, int ios) {}

        private record Budgets(int reloads, int interrupts, int reopenFailures) {}

        Arbitrary<Walk> walks() {
            Arbitrary<List<Integer>> choices = between(0, MOST_CHOICES)
                    .list()
                    .ofMaxSize(longest)
                    .withSizeDistribution(RandomDistribution.uniform());
            return Combinators.combine(bounds(), choices).as(Walk::new);
        }

        private Arbitrary<Bounds> bounds() {
            Arbitrary<Agents> agents = Combinators.combine(
                            Arbitraries.of(Start.class),
                            between(1, workers),
                            between(1, workers),
                            between(1, submitters),
                            between(1, ios))
                    .as(Agents::new);
            // Half of the walks are calm: with the environment busy, workers are seldom all asleep when a batch comes.
            Arbitrary<Budgets> budgets = Arbitraries.oneOf(
                    Arbitraries.just(new Budgets(0, 0, 0)),
                    Combinators.combine(between(0, budget), between(0, budget), between(0, budget))
                            .as(Budgets::new));
            Arbitrary<Boolean> closing = closes ? Arbitraries.of(true, false) : Arbitraries.just(false);
            return Combinators.combine(agents, between(1, ringBits), between(1, batch), budgets, closing)
                    .as(World::bounds);
        }

        private static Bounds bounds(Agents agents, int ringBits, int batch, Budgets budgets, boolean closing) {
            int poolSize = agents.start == Start.WARM ? agents.workers : Math.min(agents.poolSize, agents.workers);
            return Bounds.builder()
                    .start(agents.start)
                    .workers(agents.workers)
                    .poolSize(poolSize)
                    .submitters(agents.submitters)
                    .ios(agents.ios)
                    .ringSize(1 << ringBits)
                    .maxBatch(Math.min(batch, MOST_QUEUED - ((1 << ringBits) - 1)))
                    .reloads(
                            budgets.reloads,
                            IntStream.rangeClosed(1, agents.workers).toArray())
                    .interrupts(budgets.interrupts)
                    .reopenFailures(budgets.reopenFailures)
                    .closes(closing)
                    .build();
        }

        private static Arbitrary<Integer> between(int low, int high) {
            return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
        }
    }
}
