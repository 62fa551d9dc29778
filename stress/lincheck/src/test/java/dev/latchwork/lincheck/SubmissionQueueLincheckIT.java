package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import dev.latchwork.lincheck.QueueOperations.FullTestNeverTrue;
import dev.latchwork.lincheck.QueueOperations.NoLock;
import dev.latchwork.lincheck.QueueOperations.Reference;
import org.junit.jupiter.api.Test;

/**
 * The property of {@link SubmissionQueueLincheckTest} for three threads: interleaved by Lincheck, which is sequentially
 * consistent, and on real threads, which are not but choose their interleavings less well.
 */
class SubmissionQueueLincheckIT {
    private static final Bounds INTERLEAVED = LincheckBudget.threeThreads();
    private static final Bounds REAL = LincheckBudget.threeRealThreads();

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
        stress("reference", Reference.class).mustFindNothing(REAL.all());
    }

    /** M03: the queue loses what it held when one insert too many is let in. */
    @Test
    void operations_whenRealThreadsAndFullTestNeverTrue_thenNotLinearizable() {
        stress("M03", FullTestNeverTrue.class).mustFind(WRONG_RESULTS);
    }

    /** M04: without the lock, an I/O is lost or executed twice. */
    @Test
    void operations_whenRealThreadsAndNoLock_thenNotLinearizable() {
        stress("M04", NoLock.class).mustFind(WRONG_RESULTS);
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
