/** Seeded faults that the judges of recorded runs must notice. */
package dev.latchwork.nemesis.mutants;
