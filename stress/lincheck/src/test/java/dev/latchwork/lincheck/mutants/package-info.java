/** Mistakes that Lincheck must find, each in one seam of a shipped class. */
package dev.latchwork.lincheck.mutants;
