package dev.latchwork.jcstress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** A number with the access modes of a handle's state and generation, and nothing else; 0 at first. */
final class Released {
    private static final VarHandle VALUE;

    static {
        try {
            VALUE = MethodHandles.lookup().findVarHandle(Released.class, "value", int.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through VALUE
    private int value;

    void store(int newValue) {
        VALUE.setRelease(this, newValue);
    }

    int load() {
        return (int) VALUE.getAcquire(this);
    }
}
