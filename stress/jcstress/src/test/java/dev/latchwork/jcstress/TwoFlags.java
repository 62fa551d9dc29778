package dev.latchwork.jcstress;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Two flags with the latch's access modes and nothing else: what the latch's argument takes for granted. */
final class TwoFlags {
    private static final VarHandle FIRST;
    private static final VarHandle SECOND;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            FIRST = lookup.findVarHandle(TwoFlags.class, "first", boolean.class);
            SECOND = lookup.findVarHandle(TwoFlags.class, "second", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through FIRST
    private boolean first;

    @SuppressWarnings("unused") // through SECOND
    private boolean second;

    void storeFirst() {
        FIRST.setOpaque(this, true);
    }

    void storeSecond() {
        SECOND.setOpaque(this, true);
    }

    boolean loadFirst() {
        return (boolean) FIRST.getOpaque(this);
    }

    boolean loadSecond() {
        return (boolean) SECOND.getOpaque(this);
    }
}
