/**
 * Runs TLC on the models of the specification, judges what it says, and shows a counterexample step by step.
 *
 * <p>Start with {@link dev.latchwork.tla.TlcRunner} and {@link dev.latchwork.tla.TlcJudge}.
 */
package dev.latchwork.tla;
