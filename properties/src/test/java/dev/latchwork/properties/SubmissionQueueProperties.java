package dev.latchwork.properties;

import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.model.history.SubmissionQueueModel;
import dev.latchwork.mutants.M03_NeverFull;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import java.util.function.IntFunction;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The shipped ring against the model's queue, operation by operation. */
class SubmissionQueueProperties {
    /**
     * Every insert and every consume of the shipped ring answers as a bounded first-in-first-out queue of one less than
     * the ring's size does, the depth is the same after each, and in the end the same ids are left in the same order.
     * Kills M03 and M06, below. The floors say how many tries at least
     * fill the ring, empty it, and send each index round it.
     */
    @Property
    @Judges(value = "jqwik/SubmissionQueue/reference", budget = Budget.SUBMISSION_QUEUE, unit = "operations")
    void shippedQueueAnswersAsTheModelDoes(@ForAll(supplier = QueueScript.Supplier.class) QueueScript script) {
        judge(SubmissionQueue::new, script);
    }

    /** The same property sees that a ring which is never full overwrites what is queued. */
    @Property
    @Judges(value = "jqwik/SubmissionQueue/M03", budget = Budget.SUBMISSION_QUEUE, unit = "operations")
    void queueThatIsNeverFullIsFoundOut(@ForAll(supplier = QueueScript.Supplier.class) QueueScript script) {
        compare(M03_NeverFull::new, script);
    }

    /** The same property sees that a ring whose tail stays at the wrap gives one id out twice. */
    @Property
    @Judges(value = "jqwik/SubmissionQueue/M06", budget = Budget.SUBMISSION_QUEUE, unit = "operations")
    void queueWhoseTailStaysAtTheWrapIsFoundOut(@ForAll(supplier = QueueScript.Supplier.class) QueueScript script) {
        compare(M06_TailStaysAtWrap::new, script);
    }

    /** Compares, and demands that the rings were filled, emptied and gone round. */
    static void judge(IntFunction<SubmissionQueue> newQueue, QueueScript script) {
        Seen seen = compare(newQueue, script);
        Floor.atLeast(30, "full", seen.full);
        Floor.atLeast(50, "empty", seen.empty);
        Floor.atLeast(30, "head wrapped", seen.inserted >= script.size());
        Floor.atLeast(20, "tail wrapped", seen.consumed >= script.size());
    }

    /** What happened in one try. */
    private static final class Seen {
        private boolean full;
        private boolean empty;
        private int inserted;
        private int consumed;
    }

    private static Seen compare(IntFunction<SubmissionQueue> newQueue, QueueScript script) {
        SubmissionQueue queue = newQueue.apply(script.minimumSize());
        SubmissionQueueModel model = new SubmissionQueueModel(script.size());
        Violation.unlessEqual(script.size(), queue.size(), "size");
        Violation.unlessEqual(script.size() - 1, queue.capacity(), "capacity");
        Seen seen = new Seen();
        int io = script.firstId();
        for (QueueScript.Run run : script.runs()) {
            Work.did(run.times());
            for (int i = 0; i < run.times(); i++) {
                if (run.insert()) {
                    insert(queue, model, io++, seen);
                } else {
                    consume(queue, model, seen);
                }
                Violation.unlessEqual(model.depth(), queue.depth(), "depth");
            }
        }
        drain(queue, model);
        return seen;
    }

    /** What is left, and then nothing; not part of what the floors count. */
    private static void drain(SubmissionQueue queue, SubmissionQueueModel model) {
        for (int left = model.depth(); left >= 0; left--) {
            consume(queue, model, new Seen());
        }
    }

    private static void insert(SubmissionQueue queue, SubmissionQueueModel model, int io, Seen seen) {
        boolean fits = model.insert(io);
        Violation.unlessEqual(fits, queue.insert(io), "insert of " + io);
        seen.full |= !fits;
        seen.inserted += fits ? 1 : 0;
    }

    private static void consume(SubmissionQueue queue, SubmissionQueueModel model, Seen seen) {
        int io = model.consume();
        boolean nothing = io == SubmissionQueueModel.EMPTY;
        Violation.unlessEqual(nothing ? SubmissionQueue.EMPTY : io, queue.consume(), "consume");
        seen.empty |= nothing;
        seen.consumed += nothing ? 0 : 1;
    }
}
