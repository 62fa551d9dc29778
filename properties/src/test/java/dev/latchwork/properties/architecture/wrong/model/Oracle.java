package dev.latchwork.properties.architecture.wrong.model;

/** Nothing wrong with it. */
public interface Oracle {}
