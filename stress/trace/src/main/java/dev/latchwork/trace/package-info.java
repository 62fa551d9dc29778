/** Recorded runs of the code, bound to the specification: recording, translation, judging, and mistakes to be noticed. */
package dev.latchwork.trace;
