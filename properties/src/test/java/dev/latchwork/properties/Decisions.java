package dev.latchwork.properties;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WakeupPolicy;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/**
 * The decisions that users or later versions take otherwise, in the model and in the shipped classes alike.
 *
 * @param exact whether wakeups under way are counted
 * @param fanOut peers that a worker wakes at most
 * @param wakesAllOnExit whether a worker that leaves wakes all others, as in PostgreSQL 19, or one
 */
record Decisions(boolean exact, int fanOut, boolean wakesAllOnExit) {
    /** The sets of peers that a leaver may owe are listed one by one, so not with many. */
    private static final int MOST_WORKERS_TO_WAKE_ALL = 6;

    private static final int MOST_PEERS = 8;

    /** These decisions of the model's. */
    Variant ofModel(Bounds bounds) {
        return Variant.REFERENCE
                .wakeups(exact ? Wakeups.EXACT : Wakeups.FAN_OUT)
                .fanOut(fanOut)
                .handOverOnExit(wakesAll(bounds) ? HandOver.ALL_PEERS : HandOver.ONE_IDLE_PEER);
    }

    /** The same of the shipped classes'. */
    Parts ofClasses(Bounds bounds, Parts parts) {
        return parts.deciding(
                exact ? WakeupPolicy.exact(fanOut) : WakeupPolicy.fanOut(fanOut),
                wakesAll(bounds) ? ExitVariant.POSTGRES_19 : ExitVariant.REFERENCE);
    }

    boolean wakesAll(Bounds bounds) {
        return wakesAllOnExit && bounds.workers() <= MOST_WORKERS_TO_WAKE_ALL;
    }

    /** All of them; those of the reference in half of the tries. */
    static final class Supplier implements ArbitrarySupplier<Decisions> {
        @Override
        public Arbitrary<Decisions> get() {
            Arbitrary<Decisions> any = Combinators.combine(
                            Arbitraries.of(true, false),
                            Arbitraries.integers().between(0, MOST_PEERS),
                            Arbitraries.of(true, false))
                    .as(Decisions::new);
            return Arbitraries.oneOf(Arbitraries.just(new Decisions(false, Variant.FAN_OUT, false)), any);
        }
    }
}
