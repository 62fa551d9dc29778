/**
 * Proofs by induction, for sizes that no search reaches: the protocol as formulas over bit vectors, and the obligations
 * that Z3 has to discharge.
 *
 * <p>Start with {@link dev.latchwork.tla.proof.InductiveProof} and
 * {@link dev.latchwork.tla.proof.worker.WorkerMethodSystem}.
 */
package dev.latchwork.tla.proof;
