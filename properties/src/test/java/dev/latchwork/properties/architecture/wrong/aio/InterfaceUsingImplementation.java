package dev.latchwork.properties.architecture.wrong.aio;

import dev.latchwork.properties.architecture.wrong.aio.worker.Part;

/** Wrong: the interface shows how it is done. */
interface InterfaceUsingImplementation {
    Part part();
}
