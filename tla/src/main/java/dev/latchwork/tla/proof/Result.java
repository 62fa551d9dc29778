package dev.latchwork.tla.proof;

import dev.latchwork.verification.Outcome;
import java.util.Map;

/**
 * What became of an obligation. Immutable.
 *
 * @param obligation the obligation
 * @param outcome held, violated, or unknown when the prover gave up
 * @param seconds how long the prover took, 0 or more
 * @param counterexamples for each property and each conjunct that fails, a state that shows it; empty unless violated
 */
public record Result(
        Obligation obligation, Outcome outcome, double seconds, Map<String, Counterexample> counterexamples) {}
