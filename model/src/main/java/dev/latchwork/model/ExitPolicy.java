package dev.latchwork.model;

/**
 * What a worker does to its peers when it releases its slot. Immutable.
 *
 * @param idle its own idle bit: cleared, or left set (fault A)
 * @param handOver whom it wakes, or nobody, and then takes a pending wakeup with it (fault B)
 * @param choice whom it chooses, where it chooses one
 */
public record ExitPolicy(IdleUpdate idle, HandOver handOver, Choice choice) {}
