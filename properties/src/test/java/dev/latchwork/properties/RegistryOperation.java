package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import net.jqwik.api.Tuple;

/**
 * One operation on the registry.
 *
 * @param kind which
 * @param slot whom it concerns, 0 to 31; unused by ENTER
 */
record RegistryOperation(Kind kind, int slot) {
    /** The operations. */
    enum Kind {
        ENTER,
        ASK,
        LEAVE
    }

    @Override
    public String toString() {
        return kind == Kind.ENTER ? "enter" : kind + "(" + slot + ")";
    }

    /** Sequences in some of which workers come more often than they are asked to go, so that all slots are taken. */
    static final class Sequences implements ArbitrarySupplier<List<RegistryOperation>> {
        private static final int LONGEST = 200;
        private static final int MOST_OFTEN = 8;

        @Override
        public Arbitrary<List<RegistryOperation>> get() {
            return Arbitraries.integers().between(1, MOST_OFTEN).flatMap(often -> {
                Arbitrary<Kind> kinds = Arbitraries.frequency(
                        Tuple.of(often, Kind.ENTER), Tuple.of(1, Kind.ASK), Tuple.of(1, Kind.LEAVE));
                Arbitrary<Integer> slots = Arbitraries.integers().between(0, AioSettings.MAX_IO_WORKERS - 1);
                return Combinators.combine(kinds, slots)
                        .as(RegistryOperation::new)
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(LONGEST)
                        .withSizeDistribution(RandomDistribution.uniform());
            });
        }
    }
}
