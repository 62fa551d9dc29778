/** Seeded faults that jcstress has to see; each overrides one seam of a shipped class. */
package dev.latchwork.jcstress.mutants;
