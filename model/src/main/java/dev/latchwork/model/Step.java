package dev.latchwork.model;

/**
 * One transition of a behaviour.
 *
 * @param action what happened
 * @param state the state after it
 */
public record Step(Action action, ProtocolState state) {}
