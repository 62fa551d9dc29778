/** Mistakes in one seam of a shipped class that the binding must find. */
package dev.latchwork.tla.binding.mutants;
