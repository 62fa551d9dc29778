/** Mistakes of the report: what it would show wrongly, or not at all. */
package dev.latchwork.report.mutants;
