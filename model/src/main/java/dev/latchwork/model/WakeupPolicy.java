package dev.latchwork.model;

/**
 * Who wakes whom on account of queued I/Os. Immutable.
 *
 * @param onSubmit whom a submitter chooses
 * @param onConsume whom a worker that consumed chooses
 * @param fanOut how often it chooses
 */
public record WakeupPolicy(Choice onSubmit, Choice onConsume, FanOut fanOut) {}
