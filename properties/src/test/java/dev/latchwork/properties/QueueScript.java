package dev.latchwork.properties;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * What to do to a submission queue: runs of inserts and runs of consumes. In runs, because a fair coin for each operation
 * would neither fill a ring nor go round it.
 *
 * @param minimumSize the ring's size as a user sets it, 2 to 65536; not necessarily a power of two
 * @param firstId id of the first I/O, 0 or more; the others count up from it
 * @param runs what to do, in order
 */
record QueueScript(int minimumSize, int firstId, List<Run> runs) {
    /**
     * The same operation several times.
     *
     * @param insert whether it is an insert; otherwise a consume
     * @param times 1 or more
     */
    record Run(boolean insert, int times) {
        @Override
        public String toString() {
            return (insert ? "insert x " : "consume x ") + times;
        }
    }

    /** Slots of the ring: the least power of two that is not less than what was set. */
    int size() {
        int size = 2;
        while (size < minimumSize) {
            size *= 2;
        }
        return size;
    }

    /** Slots of the largest ring that a user can set. */
    static final int LARGEST_SIZE = 1 << 16;

    /** Scripts for the rings of 2 to 1024 slots; the longest run goes a little further round the ring than once. */
    static final class Supplier implements ArbitrarySupplier<QueueScript> {
        private static final int LARGEST = 1024;

        @Override
        public Arbitrary<QueueScript> get() {
            return Scripts.of(2, LARGEST);
        }
    }

    /** The same for the larger ones. */
    static final class LargeSupplier implements ArbitrarySupplier<QueueScript> {
        @Override
        public Arbitrary<QueueScript> get() {
            return Scripts.of(2 * Supplier.LARGEST, LARGEST_SIZE);
        }
    }

    /** What both have in common. */
    private static final class Scripts {
        private static final int MOST_RUNS = 20;
        private static final int FURTHEST_FIRST_ID = 1 << 20;

        static Arbitrary<QueueScript> of(int smallest, int largest) {
            return sizes(smallest, largest)
                    .flatMap(size -> Combinators.combine(ids(), runs(size))
                            .as((firstId, runs) -> new QueueScript(size, firstId, runs)));
        }

        /** Small rings as often as large ones, although there are fewer of them. */
        private static Arbitrary<Integer> sizes(int smallest, int largest) {
            List<Arbitrary<Integer>> octaves = new ArrayList<>();
            for (int high = smallest; high <= largest; high *= 2) {
                octaves.add(Arbitraries.integers().between(high / 2 + 1, high));
            }
            return Arbitraries.oneOf(octaves);
        }

        private static Arbitrary<Integer> ids() {
            return Arbitraries.integers().between(0, FURTHEST_FIRST_ID);
        }

        private static Arbitrary<List<Run>> runs(int size) {
            Arbitrary<Integer> times = Arbitraries.integers()
                    .between(1, size + size / 4 + 1)
                    .withDistribution(RandomDistribution.uniform());
            return Combinators.combine(Arbitraries.of(true, false), times)
                    .as(Run::new)
                    .list()
                    .ofMinSize(1)
                    .ofMaxSize(MOST_RUNS)
                    .withSizeDistribution(RandomDistribution.uniform());
        }
    }
}
