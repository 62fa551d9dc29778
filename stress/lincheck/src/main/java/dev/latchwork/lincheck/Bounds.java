package dev.latchwork.lincheck;

/**
 * How far a search goes: random scenarios, each a few operations before, on, and after the threads, each run many times.
 *
 * @param scenarios random scenarios
 * @param invocations runs of each scenario
 * @param threads threads
 * @param perThread operations on each thread
 * @param before operations before the threads start
 * @param after operations after they have ended
 */
record Bounds(int scenarios, int invocations, int threads, int perThread, int before, int after) {
    /** Invocations of a search that finds nothing. */
    long all() {
        return (long) scenarios * invocations;
    }

    @Override
    public String toString() {
        return scenarios + " scenarios of " + before + " + " + threads + " x " + perThread + " + " + after
                + " operations, each invoked " + invocations + " times";
    }
}
