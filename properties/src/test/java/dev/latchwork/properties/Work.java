package dev.latchwork.properties;

import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.Store;

/** Counts what a property has really done, over all its tries; called by the thread that runs the property. */
final class Work {
    private Work() {}

    /** Adds to the running property's count. */
    static void did(long count) {
        done().update(sum -> sum + count);
    }

    /** The running property's count. */
    static Store<Long> done() {
        return Store.getOrCreate(Work.class, Lifespan.PROPERTY, () -> 0L);
    }
}
