/**
 * The worker method (PostgreSQL: {@code method_worker.c}): submission queue, idle set, registry, workers, their
 * supervisor, and the submitter's side.
 */
package dev.latchwork.aio.worker;
