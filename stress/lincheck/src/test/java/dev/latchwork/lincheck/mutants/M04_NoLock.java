package dev.latchwork.lincheck.mutants;

import java.util.function.Supplier;

/**
 * M04: every critical section takes a lock of its own, which is as good as none: two inserts can take one slot and two
 * consumers one I/O.
 */
public final class M04_NoLock implements Supplier<Object> {
    @Override
    public Object get() {
        return new Object();
    }
}
