/** The completion side as formulas: who waits for a use of a handle is woken when it is over. */
package dev.latchwork.tla.proof.completion;
