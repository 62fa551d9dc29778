package dev.latchwork.model;

/**
 * What a worker does to its peers when it releases its slot. Immutable.
 *
 * @param idle its own idle bit: cleared, or left set (fault A)
 * @param handsOver whether it wakes a peer when I/Os are queued, or takes a pending wakeup with it (fault B)
 * @param choice whom it chooses
 */
public record ExitPolicy(IdleUpdate idle, boolean handsOver, Choice choice) {}
