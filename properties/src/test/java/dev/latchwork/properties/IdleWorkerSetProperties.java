package dev.latchwork.properties;

import dev.latchwork.aio.worker.IdleWorkerSet;
import dev.latchwork.model.history.IdleSetModel;
import dev.latchwork.properties.mutants.M30_WorkersModulo32;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The shipped idle set against the model's, operation by operation, over all 64 workers that a mask can name. */
class IdleWorkerSetProperties {
    private static final int SIGN_BIT_OF_INT = 31;

    /**
     * The shipped set answers as a set of which the lowest member is chosen, and its mask has exactly the bits of the
     * members. Kills M30, below. The floors say in how many tries at least the bit which is an int's sign, or one above
     * it, is chosen, and in how many an empty set is asked.
     */
    @Property
    @Judges(value = "jqwik/IdleWorkerSet/reference", budget = Budget.IDLE_SET, unit = "operations")
    void shippedSetAnswersAsTheModelDoes(
            @ForAll(supplier = IdleSetOperation.Sequences.class) List<IdleSetOperation> operations) {
        Seen seen = compare(IdleWorkerSet::new, operations);
        Floor.atLeast(40, "chose 31 or above", seen.highest >= SIGN_BIT_OF_INT);
        Floor.atLeast(40, "empty", seen.empty);
    }

    /** The same property sees a set that takes worker 32 for worker 0. */
    @Property
    @Judges(value = "jqwik/IdleWorkerSet/M30", budget = Budget.IDLE_SET, unit = "operations")
    void setThatCountsModulo32IsFoundOut(
            @ForAll(supplier = IdleSetOperation.Sequences.class) List<IdleSetOperation> operations) {
        compare(M30_WorkersModulo32::new, operations);
    }

    /** What happened in one try. */
    private static final class Seen {
        private int highest = IdleSetModel.NOBODY;
        private boolean empty;
    }

    private static Seen compare(Supplier<IdleWorkerSet> newSet, List<IdleSetOperation> operations) {
        IdleWorkerSet set = newSet.get();
        IdleSetModel model = new IdleSetModel();
        Seen seen = new Seen();
        for (IdleSetOperation operation : operations) {
            switch (operation.kind()) {
                case MARK_IDLE -> {
                    set.markIdle(operation.worker());
                    model.markIdle(operation.worker());
                }
                case CLEAR -> {
                    set.clear(operation.worker());
                    model.clear(operation.worker());
                }
                case CHOOSE -> choose(set, model, seen);
            }
            compareMembers(set, model);
        }
        drain(set, model);
        Work.did(operations.size());
        return seen;
    }

    /** Whoever is left, and then nobody; not part of what the floors count. */
    private static void drain(IdleWorkerSet set, IdleSetModel model) {
        for (int left = model.content().size(); left >= 0; left--) {
            choose(set, model, new Seen());
        }
    }

    private static void choose(IdleWorkerSet set, IdleSetModel model, Seen seen) {
        int worker = model.chooseLowest();
        boolean nobody = worker == IdleSetModel.NOBODY;
        Violation.unlessEqual(nobody ? IdleWorkerSet.NONE : worker, set.chooseIdle(), "choice");
        seen.highest = Math.max(seen.highest, worker);
        seen.empty |= nobody;
    }

    private static void compareMembers(IdleWorkerSet set, IdleSetModel model) {
        Set<Integer> members = model.content();
        long bits = 0;
        for (int worker = 0; worker < Long.SIZE; worker++) {
            boolean member = members.contains(worker);
            Violation.unlessEqual(member, set.contains(worker), "contains(" + worker + ")");
            bits |= member ? 1L << worker : 0;
        }
        Violation.unlessEqual(bits, set.bits(), "mask");
    }
}
