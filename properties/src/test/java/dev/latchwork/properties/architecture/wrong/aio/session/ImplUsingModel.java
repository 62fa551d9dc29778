package dev.latchwork.properties.architecture.wrong.aio.session;

import dev.latchwork.properties.architecture.wrong.model.Oracle;

/** Wrong: the subject uses its oracle. */
public interface ImplUsingModel {
    Oracle oracle();
}
