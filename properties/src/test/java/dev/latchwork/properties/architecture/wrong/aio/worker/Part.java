package dev.latchwork.properties.architecture.wrong.aio.worker;

/** Nothing wrong with it. */
public interface Part {}
