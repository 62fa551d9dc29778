/** Recorded runs of the code, judged by TLC on the specification. */
package dev.latchwork.tla.recorded;
