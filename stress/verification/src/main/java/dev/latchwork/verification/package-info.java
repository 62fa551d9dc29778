/**
 * What is checked, and what came out: the catalogue of checks and mutants, and the verdicts that the checks write.
 *
 * <p>A harness starts a {@link dev.latchwork.verification.CheckRun} for a check of the
 * {@link dev.latchwork.verification.Catalogue}, does its work, and finishes with an
 * {@link dev.latchwork.verification.Outcome} and the {@link dev.latchwork.verification.Effort} spent. The
 * {@link dev.latchwork.verification.Verdict} becomes one file, and a verdict that is not as expected fails the test.
 */
package dev.latchwork.verification;
