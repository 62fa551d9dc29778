package dev.latchwork.properties.architecture.wrong.aio.handle;

import dev.latchwork.properties.architecture.wrong.aio.worker.OtherHalfOfCycle;

/** Wrong: needs what needs it. */
public interface OneHalfOfCycle {
    OtherHalfOfCycle other();
}
