package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.handle.Handle;

/** M15: a waiter loads the generation before the state, so the state may belong to the handle's next use. */
public final class M15_GenerationBeforeState {
    private M15_GenerationBeforeState() {}

    /** Whether that use of the handle is completed: the shipped test with its two loads exchanged. */
    public static boolean isCompleted(Handle handle, long generation) {
        boolean recycled = handle.wasRecycled(generation);
        return recycled || handle.state().isCompleted();
    }
}
