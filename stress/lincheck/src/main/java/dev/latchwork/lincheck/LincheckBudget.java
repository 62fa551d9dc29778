package dev.latchwork.lincheck;

/**
 * How much of each search is made. A system property multiplies the defaults, which are made for two cores:
 * {@code -Dlatchwork.lincheck.effort=10} looks at ten times as many invocations.
 */
final class LincheckBudget {
    private static final int EFFORT = Integer.getInteger("latchwork.lincheck.effort", 1);

    private LincheckBudget() {}

    /** Random scenarios of two threads under the controlled scheduler. */
    static Bounds twoThreads() {
        return new Bounds(25 * EFFORT, 200, 2, 3, 2, 1);
    }

    /** Random scenarios of three threads under the controlled scheduler. */
    static Bounds threeThreads() {
        return new Bounds(20 * EFFORT, 200, 3, 2, 2, 1);
    }

    /** Random scenarios of three real threads. */
    static Bounds threeRealThreads() {
        return new Bounds(20 * EFFORT, 2000, 3, 3, 2, 1);
    }

    /** Interleavings of each scenario of turns: more than the mistake that hides best, M11, was seen to need (68). */
    static int turnInvocations() {
        return 100 * EFFORT;
    }

    /** Random scenarios of turns, beside the directed ones. */
    static int randomTurnScenarios() {
        return 2 * EFFORT;
    }

    /** Interleavings of each scenario of handles: more than the mistake that hides best, M61, was seen to need (16). */
    static int handleInvocations() {
        return 100 * EFFORT;
    }

    /** Random scenarios of handles, beside the directed ones. */
    static int randomHandleScenarios() {
        return 4 * EFFORT;
    }

    /** Runs of each scenario of handles on real threads. */
    static int realHandleInvocations() {
        return 2000 * EFFORT;
    }

    /** Interleavings of a program: more than the mistake that hides best, seed-B, was seen to need (53). */
    static int programInvocations() {
        return 400 * EFFORT;
    }

    /** Interleavings of the program with one worker: more than M11, which it is made for, was seen to need (49). */
    static int oneWorkerInvocations() {
        return 200 * EFFORT;
    }

    /** Interleavings of the scenario in which the queue wraps. */
    static int wrapInvocations() {
        return 500 * EFFORT;
    }
}
