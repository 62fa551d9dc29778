package dev.latchwork.properties.mutants;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.WorkerRegistry;
import java.util.function.Supplier;

/** M122: a registering worker takes the first slot without looking whether somebody has it. */
public final class M122_SlotTakenTwice extends WorkerRegistry {
    public M122_SlotTakenTwice(int slots, Supplier<Latch> newLatch) {
        super(slots, newLatch);
    }

    @Override
    protected boolean isFree(int slot) {
        return true;
    }
}
