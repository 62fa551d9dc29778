package dev.latchwork.aio.worker;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a {@link WalkedMethod} is made of. Immutable.
 *
 * @param seams all but the latches; its probe, clock and threads are not used
 * @param newLatch makes a slot's latch
 * @param newHandle makes a handle from its id
 */
public record Parts(WorkerSeams seams, Function<Parker, Latch> newLatch, IntFunction<Handle> newHandle) {
    /** What is shipped. */
    public static Parts reference() {
        return of(WorkerSeams.reference());
    }

    /** What is shipped, with these seams. */
    public static Parts of(WorkerSeams seams) {
        return new Parts(seams, Latch::new, Handle::new);
    }

    public Parts withNewLatch(Function<Parker, Latch> value) {
        return new Parts(seams, value, newHandle);
    }

    public Parts withNewHandle(IntFunction<Handle> value) {
        return new Parts(seams, newLatch, value);
    }

    /** The same parts, with decisions that the protocol leaves open. */
    public Parts deciding(WakeupPolicy wakeups, ExitPolicy exits) {
        return new Parts(seams.withWakeupPolicy(wakeups).withExitPolicy(exits), newLatch, newHandle);
    }
}
