package dev.latchwork.properties.architecture.wrong.model.history;

import dev.latchwork.properties.architecture.wrong.aio.worker.Part;

/** Wrong: the oracle uses its subject. */
interface ModelUsingImpl {
    Part part();
}
