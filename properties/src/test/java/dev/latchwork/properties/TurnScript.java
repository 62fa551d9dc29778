package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;

/**
 * Batches and workers' turns, one after the other.
 *
 * @param workers workers, 1 to 32
 * @param queueSize slots of the ring, a power of two, 2 to 1024
 * @param turns what happens, in order
 */
record TurnScript(int workers, int queueSize, List<Turn> turns) {
    /**
     * A batch, or a run of workers' turns.
     *
     * @param submits whether it is a batch; otherwise turns
     * @param count I/Os of the batch, or workers that take a turn, 1 to 32
     */
    record Turn(boolean submits, int count) {
        @Override
        public String toString() {
            return (submits ? "submit " : "turns ") + count;
        }
    }

    /** I/Os of all batches. */
    int ios() {
        return turns.stream().filter(Turn::submits).mapToInt(Turn::count).sum();
    }

    /** The whole ranges of workers and batches. */
    static final class Supplier implements ArbitrarySupplier<TurnScript> {
        private static final int LONGEST = 150;
        private static final int MOST_SIZE_BITS = 10;

        @Override
        public Arbitrary<TurnScript> get() {
            Arbitrary<List<Turn>> turns = Combinators.combine(
                            Arbitraries.of(true, false), between(1, AioSettings.SUBMIT_BATCH_SIZE))
                    .as(Turn::new)
                    .list()
                    .ofMaxSize(LONGEST)
                    .withSizeDistribution(RandomDistribution.uniform());
            return Combinators.combine(between(1, AioSettings.MAX_IO_WORKERS), between(1, MOST_SIZE_BITS), turns)
                    .as((workers, bits, list) -> new TurnScript(workers, 1 << bits, new ArrayList<>(list)));
        }

        private static Arbitrary<Integer> between(int low, int high) {
            return Arbitraries.integers().between(low, high).withDistribution(RandomDistribution.uniform());
        }
    }
}
