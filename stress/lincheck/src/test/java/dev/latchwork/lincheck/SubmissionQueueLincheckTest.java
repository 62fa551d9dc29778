package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import dev.latchwork.lincheck.QueueOperations.FullTestNeverTrue;
import dev.latchwork.lincheck.QueueOperations.NoLock;
import dev.latchwork.lincheck.QueueOperations.Reference;
import org.junit.jupiter.api.Test;

/**
 * The submission queue under its lock is linearizable: whatever the interleaving, the results are those of the bounded
 * first-in-first-out queue of the model in some order that respects who finished before whom. Two threads, interleaved by
 * Lincheck; three threads and real ones are in {@link SubmissionQueueLincheckIT}.
 */
class SubmissionQueueLincheckTest {
    private static final Bounds BOUNDS = LincheckBudget.twoThreads();

    /** The shipped queue is linearizable. Kills: M03, M04. */
    @Test
    void operations_whenTwoThreadsInterleave_thenLinearizable() {
        modelChecking("reference", Reference.class).mustFindNothing(BOUNDS.all());
    }

    /** M03: the queue loses what it held when one insert too many is let in. */
    @Test
    void operations_whenTwoThreadsInterleaveAndFullTestNeverTrue_thenNotLinearizable() {
        modelChecking("M03", FullTestNeverTrue.class).mustFind(WRONG_RESULTS);
    }

    /** M04: without the lock, an I/O is lost or executed twice. */
    @Test
    void operations_whenTwoThreadsInterleaveAndNoLock_thenNotLinearizable() {
        modelChecking("M04", NoLock.class).mustFind(WRONG_RESULTS);
    }

    /** A search that cannot find the best known race of all would prove nothing by finding none. */
    @Test
    void increment_whenUnguarded_thenLostUpdateFound() {
        Search.modelChecking("lincheck/Canary/model-checking", Canary.class, Canary.Specification.class, BOUNDS)
                .mustFind(WRONG_RESULTS);
    }

    private static Search modelChecking(String subject, Class<?> operations) {
        return Search.modelChecking(
                "lincheck/SubmissionQueue/two-threads/" + subject, operations, BoundedQueueSpecification.class, BOUNDS);
    }
}
