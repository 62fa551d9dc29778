/** Seeded faults, each a subclass that overrides one seam of what is shipped. */
package dev.latchwork.properties.mutants;
