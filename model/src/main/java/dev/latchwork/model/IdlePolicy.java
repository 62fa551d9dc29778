package dev.latchwork.model;

/**
 * When a worker may be chosen. Immutable.
 *
 * @param onRegister the bit of a worker that takes its slot
 * @param onMarkIdle the bit of a worker that found the queue empty
 * @param onConsume the bit of a worker that took an I/O
 * @param onChoice the bit of a worker that was chosen: taking it out moves the duty to wake it to the chooser
 */
public record IdlePolicy(IdleUpdate onRegister, IdleUpdate onMarkIdle, IdleUpdate onConsume, IdleUpdate onChoice) {}
