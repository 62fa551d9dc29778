package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * M26: whoever looks at a handle's state does so without acquire, so what the state promises may have been loaded before it.
 * PostgreSQL lacked this barrier where an owner reclaims, and it was seen on arm64 only: amd64 does not reorder loads, and
 * the compiler keeps opaque ones in place.
 */
public final class M26_LookWithoutAcquire {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.privateLookupIn(Handle.class, MethodHandles.lookup())
                    .findVarHandle(Handle.class, "state", HandleState.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private M26_LookWithoutAcquire() {}

    /** The handle's state. */
    public static HandleState state(Handle handle) {
        return (HandleState) STATE.getOpaque(handle);
    }
}
