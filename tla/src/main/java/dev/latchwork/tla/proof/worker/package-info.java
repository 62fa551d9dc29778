/** The worker method as formulas: who is woken, for 32 workers and any number of submitters. */
package dev.latchwork.tla.proof.worker;
