package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** M16: whoever looks at a handle's state loads it as a plain field, which the compiler may load once for many looks. */
public final class M16_PlainState {
    private static final VarHandle STATE;

    static {
        try {
            STATE = MethodHandles.privateLookupIn(Handle.class, MethodHandles.lookup())
                    .findVarHandle(Handle.class, "state", HandleState.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private M16_PlainState() {}

    /** The handle's state. */
    public static HandleState state(Handle handle) {
        return (HandleState) STATE.get(handle);
    }
}
