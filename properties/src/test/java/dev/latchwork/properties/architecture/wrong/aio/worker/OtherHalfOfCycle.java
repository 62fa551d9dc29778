package dev.latchwork.properties.architecture.wrong.aio.worker;

import dev.latchwork.properties.architecture.wrong.aio.handle.OneHalfOfCycle;

/** Wrong: needs what needs it. */
public interface OtherHalfOfCycle {
    OneHalfOfCycle other();
}
