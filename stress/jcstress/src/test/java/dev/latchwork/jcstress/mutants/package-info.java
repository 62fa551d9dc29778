/** Mistakes that jcstress must see, each in one seam of a shipped class. */
package dev.latchwork.jcstress.mutants;
