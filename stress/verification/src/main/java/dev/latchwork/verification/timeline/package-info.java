/**
 * Traces in the one format that every harness writes and the report shows, docs/trace-format.md: a header, then a line for
 * each step.
 */
package dev.latchwork.verification.timeline;
