/** Counterexamples: as TLC prints them, and with the action, its parameters and the changes of every step. */
package dev.latchwork.tla.trace;
