package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import dev.latchwork.lincheck.QueueOperations.FullTestNeverTrue;
import dev.latchwork.lincheck.QueueOperations.NoLock;
import dev.latchwork.lincheck.QueueOperations.Reference;
import dev.latchwork.lincheck.QueueOperations.TailStaysAtWrap;
import dev.latchwork.lincheck.QueueOperations.WrapsAtCapacity;
import dev.latchwork.lincheck.QueueOperations.Yielding;
import dev.latchwork.lincheck.QueueOperations.YieldingNoLock;
import dev.latchwork.lincheck.Scenario.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The property of {@link SubmissionQueueLincheckTest} for three threads: interleaved by Lincheck, which is sequentially
 * consistent, and on real threads, which are not but choose their interleavings less well. Few random scenarios come to the
 * end of the ring, so one is made for it.
 */
class SubmissionQueueLincheckIT {
    private static final Bounds INTERLEAVED = LincheckBudget.threeThreads();
    private static final Bounds REAL = LincheckBudget.threeRealThreads();
    private static final int WRAP_INVOCATIONS = LincheckBudget.wrapInvocations();
    private static final Call CONSUME = Call.of("consume");
    private static final Call DEPTH = Call.of("depth");

    /** Two of four slots are used, the last one among them, when the threads start. */
    private static final Scenario WRAP = new Scenario(
            List.of(insert(0), insert(1), insert(2), CONSUME, CONSUME, insert(3)),
            List.of(List.of(insert(4), insert(5)), List.of(CONSUME, CONSUME), List.of(CONSUME, DEPTH)),
            List.of(insert(6), insert(7), CONSUME, CONSUME, CONSUME, DEPTH));

    /** The shipped queue is linearizable. Kills: M03, M04. */
    @Test
    void operations_whenThreeThreadsInterleave_thenLinearizable() {
        modelChecking("reference", Reference.class).mustFindNothing(INTERLEAVED.all());
    }

    /** M03: the queue loses what it held when one insert too many is let in. */
    @Test
    void operations_whenThreeThreadsInterleaveAndFullTestNeverTrue_thenNotLinearizable() {
        modelChecking("M03", FullTestNeverTrue.class).mustFind(WRONG_RESULTS);
    }

    /** M04: without the lock, an I/O is lost or executed twice. */
    @Test
    void operations_whenThreeThreadsInterleaveAndNoLock_thenNotLinearizable() {
        modelChecking("M04", NoLock.class).mustFind(WRONG_RESULTS);
    }

    /** The shipped queue is linearizable. Kills: M03, M04. */
    @Test
    void operations_whenRealThreads_thenLinearizable() {
        stress("reference", Yielding.class).mustFindNothing(REAL.all());
    }

    /** M03: the queue loses what it held when one insert too many is let in. */
    @Test
    void operations_whenRealThreadsAndFullTestNeverTrue_thenNotLinearizable() {
        stress("M03", FullTestNeverTrue.class).mustFind(WRONG_RESULTS);
    }

    /** M04: without the lock, an I/O is lost or executed twice. */
    @Test
    void operations_whenRealThreadsAndNoLock_thenNotLinearizable() {
        stress("M04", YieldingNoLock.class).mustFind(WRONG_RESULTS);
    }

    /** Both indexes wrap while three threads insert and consume. Kills: M04, M06, M74. */
    @Test
    void operations_whenIndexesWrap_thenLinearizable() {
        wrap("reference", Reference.class).mustFindNothing(WRAP_INVOCATIONS);
    }

    /** M04: without the lock, an I/O is lost or executed twice. */
    @Test
    void operations_whenIndexesWrapAndNoLock_thenNotLinearizable() {
        wrap("M04", NoLock.class).mustFind(WRONG_RESULTS);
    }

    /** M06: the I/O in the last slot is executed twice. */
    @Test
    void operations_whenTailStaysAtWrap_thenNotLinearizable() {
        wrap("M06", TailStaysAtWrap.class).mustFind(WRONG_RESULTS);
    }

    /** M74: the queue is full too early. */
    @Test
    void operations_whenIndexesWrapAtCapacity_thenNotLinearizable() {
        wrap("M74", WrapsAtCapacity.class).mustFind(WRONG_RESULTS);
    }

    private static Search wrap(String subject, Class<?> operations) {
        return Search.scenarios(
                "lincheck/SubmissionQueue/wrap/" + subject,
                operations,
                QueueJudge.class,
                List.of(WRAP),
                WRAP_INVOCATIONS);
    }

    private static Call insert(int io) {
        return Call.of("insert", io);
    }

    private static Search modelChecking(String subject, Class<?> operations) {
        return Search.modelChecking(
                "lincheck/SubmissionQueue/three-threads/" + subject,
                operations,
                BoundedQueueSpecification.class,
                INTERLEAVED);
    }

    private static Search stress(String subject, Class<?> operations) {
        return Search.stress(
                "lincheck/SubmissionQueue/real-threads/" + subject, operations, BoundedQueueSpecification.class, REAL);
    }
}
