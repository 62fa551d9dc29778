package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.SlotPolicy;
import dev.latchwork.aio.worker.WalkedMethod;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.history.RegistryModel;
import dev.latchwork.properties.mutants.M122_SlotTakenTwice;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** The shipped registry against the model's, over all slots that there are. */
class RegistryPropertiesIT {
    private static final int QUEUE_SIZE = 2;

    /**
     * Who registers has the lowest free slot, in a pool that began with one worker; who has a slot can be asked once to exit,
     * and leaves then and not before; and the taken slots, and no others, have a latch that wakes somebody. Kills M122 and
     * seed-D, below.
     */
    @Property
    @Judges(value = "jqwik/Registry/reference", budget = Budget.REGISTRY, unit = "operations")
    void slotsAreGivenAsInTheModel(
            @ForAll(supplier = RegistryOperation.Sequences.class) List<RegistryOperation> operations) {
        int most = compare(operations, Parts.reference());
        Floor.atLeast(5, "all slots taken", most == AioSettings.MAX_IO_WORKERS);
        Floor.atLeast(40, "more than half of them", most > AioSettings.MAX_IO_WORKERS / 2);
    }

    /** The same property sees M122: a registering worker takes the first slot without looking whether somebody has it. */
    @Property
    @Judges(value = "jqwik/Registry/M122", budget = Budget.REGISTRY, unit = "operations")
    void slotTakenTwiceIsFoundOut(
            @ForAll(supplier = RegistryOperation.Sequences.class) List<RegistryOperation> operations) {
        compare(operations, Parts.of(WorkerSeams.reference().withNewRegistry(M122_SlotTakenTwice::new)));
    }

    /** The same property sees fault D: slots for the first pool, which a larger one overruns. */
    @Property
    @Judges(value = "jqwik/Registry/seed-D", budget = Budget.REGISTRY, unit = "operations")
    void faultDIsFoundOut(@ForAll(supplier = RegistryOperation.Sequences.class) List<RegistryOperation> operations) {
        compare(operations, Parts.of(WorkerSeams.reference().withSlotPolicy(SlotPolicy.SEED_D)));
    }

    /** Compares the answers; gives the most slots that were taken at a time. */
    private static int compare(List<RegistryOperation> operations, Parts parts) {
        Work.did(operations.size());
        WalkedMethod method = new WalkedMethod(1, QUEUE_SIZE, 1, 1, parts);
        method.reload(AioSettings.MAX_IO_WORKERS);
        RegistryModel model = RegistryModel.empty();
        int most = 0;
        for (RegistryOperation operation : operations) {
            try {
                model = apply(operation, method, model)
                        .orElseThrow(() -> new Violation("no answer of the model: " + operation));
                compareLatches(method);
            } catch (IndexOutOfBoundsException | NullPointerException e) {
                throw new Violation(operation + " throws " + e, e);
            }
            most = Math.max(most, Long.bitCount(method.registered()));
        }
        return most;
    }

    private static Optional<RegistryModel> apply(
            RegistryOperation operation, WalkedMethod method, RegistryModel model) {
        return switch (operation.kind()) {
            case ENTER -> enter(method, model);
            case ASK -> model.ask(operation.slot(), method.interrupt(operation.slot()) != null);
            case LEAVE -> leave(operation.slot(), method, model);
        };
    }

    private static Optional<RegistryModel> enter(WalkedMethod method, RegistryModel model) {
        if (!method.isWorkerMissing()) {
            return Optional.of(model);
        }
        long before = method.registered();
        method.startWorker();
        method.register();
        return model.register(Long.numberOfTrailingZeros(method.registered() & ~before));
    }

    /** The worker in a slot goes on to its end, if it was asked to. */
    private static Optional<RegistryModel> leave(int slot, WalkedMethod method, RegistryModel model) {
        if ((method.registered() & 1L << slot) == 0) {
            return Optional.of(model);
        }
        if (!method.isExitRequested(slot)) {
            return model.stay(slot);
        }
        // CheckInterrupts, Deregister, ExitWorker: nobody has looked at the queue yet, and nothing is queued.
        method.stepWorker(slot, false);
        method.stepWorker(slot, false);
        method.stepLeaver(0);
        return model.release(slot);
    }

    private static void compareLatches(WalkedMethod method) {
        for (int slot = 0; slot < AioSettings.MAX_IO_WORKERS; slot++) {
            boolean taken = (method.registered() & 1L << slot) != 0;
            Violation.unlessEqual(taken, method.isLatchOwned(slot), "owner of the latch of slot " + slot);
        }
        Violation.unlessEqual(method.registered(), method.idle(), "idle set, when nobody has looked yet");
    }
}
