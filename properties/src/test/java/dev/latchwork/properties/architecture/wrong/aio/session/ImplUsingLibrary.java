package dev.latchwork.properties.architecture.wrong.aio.session;

import net.jqwik.api.Arbitrary;

/** Wrong: the library brings another library. */
interface ImplUsingLibrary {
    Arbitrary<String> library();
}
