package dev.latchwork.report;

/**
 * What one harness did to one mutant. Immutable.
 *
 * @param expected whether the harness is expected to kill the mutant
 * @param checks checks that expect the mutant to be violated; 0 if an expected killer has none
 * @param of their runs: one for each, unless a check that samples repeats itself
 * @param killed the runs that saw the mutant
 * @param blind checks that are known not to see the mutant, and so expect it to hold
 * @param seconds wall-clock time of the {@code of} runs together
 * @param property the property of the first check that killed; of the first of {@code checks}, if none did; empty
 *     without any
 */
record MatrixCell(boolean expected, int checks, long of, long killed, int blind, double seconds, String property) {
    /** Whether a harness that should have killed did not. */
    boolean failed() {
        return expected && killed == 0;
    }
}
