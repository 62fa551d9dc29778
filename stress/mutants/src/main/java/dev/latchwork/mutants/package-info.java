/**
 * Mistakes that more than one harness is held against, each a class that overrides one seam of the shipped class, so that all of
 * them judge the same one. A mistake that one harness alone knows stands in that harness's own package {@code mutants}.
 */
package dev.latchwork.mutants;
