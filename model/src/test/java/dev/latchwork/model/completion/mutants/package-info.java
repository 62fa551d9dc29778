/** Faults of the completion side, for the properties that have to notice them. */
package dev.latchwork.model.completion.mutants;
