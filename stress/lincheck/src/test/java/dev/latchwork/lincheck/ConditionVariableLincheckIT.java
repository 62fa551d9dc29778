package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.DEADLOCK;

import org.junit.jupiter.api.Test;

/**
 * Whoever waits on the shipped condition variable for something that happens sees it, whatever the interleaving of two
 * waiters with the broadcast. A lost broadcast is a run that does not end.
 */
class ConditionVariableLincheckIT {
    private static final int INVOCATIONS = LincheckBudget.programInvocations();

    /** Both waiters see what happened. Kills: M60, M61, M88. */
    @Test
    void broadcast_whenTwoWait_thenBothSee() {
        broadcast("reference", BroadcastPrograms.Reference.class).mustFindNothing(INVOCATIONS);
    }

    /** M60: the broadcast comes between the look and the enlisting. */
    @Test
    void broadcast_whenWaiterLooksBeforeItEnlists_thenSleepsForEver() {
        broadcast("M60", BroadcastPrograms.M60.class).mustFind(DEADLOCK);
    }

    /** M61: a waiter that is woken does not see the state yet, and sleeps again. */
    @Test
    void broadcast_whenBeforeTheState_thenSleepsForEver() {
        broadcast("M61", BroadcastPrograms.M61.class).mustFind(DEADLOCK);
    }

    /** M88: a waiter that sleeps is not woken. */
    @Test
    void broadcast_whenForgotten_thenSleepsForEver() {
        broadcast("M88", BroadcastPrograms.M88.class).mustFind(DEADLOCK);
    }

    private static Search broadcast(String subject, Class<? extends Program> program) {
        return Search.program("lincheck/ConditionVariable/" + subject, program, INVOCATIONS);
    }
}
