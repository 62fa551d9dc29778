package dev.latchwork.lincheck;

import dev.latchwork.aio.worker.Registrations;
import dev.latchwork.aio.worker.SlotPolicy;
import dev.latchwork.aio.worker.WorkerSeams;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of {@link Registrations}. Lincheck makes one object for each invocation. */
@Param(name = "worker", gen = IntGen.class, conf = "0:2")
@Param(name = "slot", gen = IntGen.class, conf = "0:2")
public abstract class RegistryOperations {
    private static final int POOL_AT_START = 2;
    private static final int POOL_NOW = 3;

    private final Registrations registrations;

    private RegistryOperations(SlotPolicy slotPolicy) {
        Invocations.count();
        registrations = new Registrations(WorkerSeams.reference().withSlotPolicy(slotPolicy), POOL_AT_START, POOL_NOW);
    }

    @Operation
    public int enter(int worker) {
        return registrations.enter(worker);
    }

    @Operation
    public int leave(int worker) {
        return registrations.leave(worker);
    }

    @Operation
    public boolean ask(int slot) {
        return registrations.ask(slot);
    }

    /** What is shipped. */
    public static final class Reference extends RegistryOperations {
        public Reference() {
            super(SlotPolicy.REFERENCE);
        }
    }

    /** With fault D. */
    public static final class SeedD extends RegistryOperations {
        public SeedD() {
            super(SlotPolicy.SEED_D);
        }
    }
}
