package dev.latchwork.properties;

import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Variant;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ArbitrarySupplier;
import net.jqwik.api.Combinators;

/**
 * A walk on which the shipped classes are taken along.
 *
 * @param walk where it goes
 * @param decisions of the model and of the classes
 */
record DecidedWalk(Walk walk, Decisions decisions) {
    /**
     * Walks it.
     *
     * @throws Violation if the classes are not where the model is
     */
    Walker judge(WorkerSeams seams) {
        return judge(Parts.of(seams));
    }

    /** The same with other latches or handles. */
    Walker judge(Parts parts) {
        return judge(
                Protocol.of(walk.bounds(), decisions.ofModel(walk.bounds())),
                decisions.ofClasses(walk.bounds(), parts));
    }

    /** The same with the decisions of the reference, but for those that {@code seams} takes. */
    Walker judgeDecisions(WorkerSeams seams) {
        return judge(Protocol.of(walk.bounds(), Variant.REFERENCE), Parts.of(seams));
    }

    private Walker judge(Protocol protocol, Parts parts) {
        // The model is not what is judged, and keeps its invariants only with the fan-out that they are about.
        Walker walker = new Walker(protocol, List.of(), new ShippedSteps(protocol, parts));
        try {
            walker.walk(walk.choices());
        } finally {
            Work.did(walker.steps());
        }
        return walker;
    }

    /** All walks, wide ones among them, with all decisions. */
    static final class Supplier implements ArbitrarySupplier<DecidedWalk> {
        @Override
        public Arbitrary<DecidedWalk> get() {
            return Combinators.combine(new Walk.WideSupplier().get(), new Decisions.Supplier().get())
                    .as(DecidedWalk::new);
        }
    }
}
