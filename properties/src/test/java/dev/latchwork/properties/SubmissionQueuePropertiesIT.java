package dev.latchwork.properties;

import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import dev.latchwork.mutants.M46_StaysQueued;
import dev.latchwork.mutants.M70_FullOneTooEarly;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The property of {@link SubmissionQueueProperties} on the rings that are too large for a short build, and more mutants. */
class SubmissionQueuePropertiesIT {
    /** As {@link SubmissionQueueProperties#shippedQueueAnswersAsTheModelDoes}. Kills M06, M46 and M70, below. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/SubmissionQueueLarge/reference", budget = Budget.LARGE_QUEUE, unit = "operations")
    void shippedQueueAnswersAsTheModelDoes(@ForAll(supplier = QueueScript.LargeSupplier.class) QueueScript script) {
        SubmissionQueueProperties.judge(SubmissionQueue::new, script);
        Floor.atLeast(5, "largest ring", script.size() == QueueScript.LARGEST_SIZE);
    }

    /** The same property sees M06: consume does not advance the tail when it wraps. */
    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Judges(value = "jqwik/SubmissionQueueLarge/M06", budget = Budget.LARGE_QUEUE, unit = "operations")
    void queueWhoseTailStaysAtTheWrapIsFoundOut(
            @ForAll(supplier = QueueScript.LargeSupplier.class) QueueScript script) {
        SubmissionQueueProperties.judge(M06_TailStaysAtWrap::new, script);
    }

    /** The same property sees M46: a consumed I/O stays in the queue. */
    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Judges(value = "jqwik/SubmissionQueueLarge/M46", budget = Budget.LARGE_QUEUE, unit = "operations")
    void queueThatForgetsNothingIsFoundOut(@ForAll(supplier = QueueScript.LargeSupplier.class) QueueScript script) {
        SubmissionQueueProperties.judge(M46_StaysQueued::new, script);
    }

    /** The same property sees M70: the ring's full test is off by one. */
    @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    @Judges(value = "jqwik/SubmissionQueueLarge/M70", budget = Budget.LARGE_QUEUE, unit = "operations")
    void queueThatIsFullTooEarlyIsFoundOut(@ForAll(supplier = QueueScript.LargeSupplier.class) QueueScript script) {
        SubmissionQueueProperties.judge(M70_FullOneTooEarly::new, script);
    }
}
