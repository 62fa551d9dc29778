package dev.latchwork.properties;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * One operation on the idle set.
 *
 * @param kind which
 * @param worker its argument, 0 to 63; unused by CHOOSE
 */
record IdleSetOperation(Kind kind, int worker) {
    /** The operations. */
    enum Kind {
        MARK_IDLE,
        CLEAR,
        CHOOSE
    }

    @Override
    public String toString() {
        return kind == Kind.CHOOSE ? "choose" : kind + "(" + worker + ")";
    }

    /**
     * Sequences in which marking is more frequent than the rest, so that the set also fills, on all workers from some
     * lowest one up, because with the low ones in the set nobody would ever choose a high one.
     */
    static final class Sequences implements ArbitrarySupplier<List<IdleSetOperation>> {
        private static final int LONGEST = 100;
        private static final int HIGHEST = Long.SIZE - 1;

        @Override
        public Arbitrary<List<IdleSetOperation>> get() {
            Arbitrary<Kind> kinds = Arbitraries.frequency(
                    Tuple.of(4, Kind.MARK_IDLE), Tuple.of(1, Kind.CLEAR), Tuple.of(2, Kind.CHOOSE));
            return Arbitraries.integers()
                    .between(0, HIGHEST)
                    .flatMap(lowest -> Combinators.combine(
                                    kinds, Arbitraries.integers().between(lowest, HIGHEST))
                            .as(IdleSetOperation::new)
                            .list()
                            .ofMinSize(1)
                            .ofMaxSize(LONGEST)
                            .withSizeDistribution(RandomDistribution.uniform()));
        }
    }
}
