package dev.latchwork.properties.architecture.wrong.model.history;

import net.jqwik.api.Arbitrary;

/** Wrong: the model needs a library. */
interface ModelUsingLibrary {
    Arbitrary<String> library();
}
