package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.WRONG_RESULTS;

import org.junit.jupiter.api.Test;

/** The idle set under the queue lock is linearizable on three threads: nobody is chosen twice, and the lowest first. */
class IdleSetLincheckIT {
    private static final Bounds BOUNDS = LincheckBudget.threeThreads();

    /** The shipped idle set is linearizable. Kills: M04, M75. */
    @Test
    void choose_whenThreeThreadsInterleave_thenLinearizable() {
        idleSet("reference", IdleSetOperations.Reference.class).mustFindNothing(BOUNDS.all());
    }

    /** M04: without the lock, two choosers take one worker, or a worker's mark is lost. */
    @Test
    void choose_whenNoLock_thenNotLinearizable() {
        idleSet("M04", IdleSetOperations.NoLock.class).mustFind(WRONG_RESULTS);
    }

    /** M75: the highest is chosen. */
    @Test
    void choose_whenHighestFirst_thenNotLinearizable() {
        idleSet("M75", IdleSetOperations.HighestFirst.class).mustFind(WRONG_RESULTS);
    }

    private static Search idleSet(String subject, Class<?> operations) {
        return Search.modelChecking(
                "lincheck/IdleSet/three-threads/" + subject, operations, IdleSetOperations.Specification.class, BOUNDS);
    }
}
