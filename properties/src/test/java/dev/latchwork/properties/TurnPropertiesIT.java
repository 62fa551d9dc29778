package dev.latchwork.properties;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WalkedMethod;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.history.WorkerMethodModel;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import dev.latchwork.properties.mutants.M47_LeftoverDropped;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Batches that fit and batches that do not, and workers that take turns, against the model of the whole: with all workers,
 * batches and fairly large queues, since there is no interleaving inside a turn.
 */
class TurnPropertiesIT {
    /**
     * Of each batch as many are queued as there is room for; a worker executes the oldest; at rest nothing is left, every
     * I/O has completed, and who waits for it is woken. Kills M06 and M47, below.
     */
    @Property
    @Judges(value = "jqwik/Turns/reference", budget = Budget.TURNS, unit = "ios")
    void batchesAreExecutedAsInTheModel(@ForAll(supplier = TurnScript.Supplier.class) TurnScript script) {
        Turns turns = compare(script, Parts.reference());
        Floor.atLeast(30, "queue full", turns.overflowed);
        Floor.atLeast(30, "ring wrapped", turns.queued >= script.queueSize());
        Floor.atLeast(
                1, "ring of 512 or more wrapped", script.queueSize() >= 512 && turns.queued >= script.queueSize());
        Floor.atLeast(1, "as many workers as there can be", script.workers() == AioSettings.MAX_IO_WORKERS);
        Floor.atLeast(
                40,
                "longest batch",
                script.turns().stream()
                        .anyMatch(turn -> turn.submits() && turn.count() == AioSettings.SUBMIT_BATCH_SIZE));
    }

    /** The same property sees M06: consume does not advance the tail when it wraps. */
    @Property
    @Judges(value = "jqwik/Turns/M06", budget = Budget.TURNS, unit = "ios")
    void ioThatRunsTwiceIsFoundOut(@ForAll(supplier = TurnScript.Supplier.class) TurnScript script) {
        compare(script, Parts.of(WorkerSeams.reference().withNewQueue(M06_TailStaysAtWrap::new)));
    }

    /** The same property sees M47: what does not fit into the queue is dropped. */
    @Property
    @Judges(value = "jqwik/Turns/M47", budget = Budget.TURNS, unit = "ios")
    void leftoverThatIsDroppedIsFoundOut(@ForAll(supplier = TurnScript.Supplier.class) TurnScript script) {
        compare(script, Parts.of(WorkerSeams.reference().withNewSubmitter(M47_LeftoverDropped::new)));
    }

    private static Turns compare(TurnScript script, Parts parts) {
        Work.did(script.ios());
        Turns turns = new Turns(script, parts);
        try {
            turns.run();
        } catch (IllegalStateException e) {
            throw new Violation("the shipped classes throw " + e, e);
        }
        return turns;
    }

    /** One script under way. */
    private static final class Turns {
        private final TurnScript script;
        private final WalkedMethod method;
        private WorkerMethodModel model;
        private int submitted;
        private int queued;
        private int nextWorker;
        private boolean overflowed;

        Turns(TurnScript script, Parts parts) {
            this.script = script;
            method = new WalkedMethod(script.workers(), script.queueSize(), 1, Math.max(1, script.ios()), parts);
            model = WorkerMethodModel.empty(script.queueSize());
        }

        void run() {
            method.warmUp(script.workers());
            for (TurnScript.Turn turn : script.turns()) {
                if (turn.submits()) {
                    submit(turn.count());
                } else {
                    for (int i = 0; i < turn.count(); i++) {
                        int io = turn(nextWorker++ % script.workers());
                        model = model.turn(io)
                                .orElseThrow(() -> new Violation("no worker may execute " + io + " next"));
                    }
                }
            }
            rest();
        }

        private void submit(int count) {
            int first = submitted + 1;
            method.submit(0, first, count);
            int inQueue = count - method.leftover(0).size();
            while (!method.submitterPoint(0).equals("READY")) {
                method.stepSubmitter(0);
            }
            submitted += count;
            queued += inQueue;
            overflowed |= inQueue < count;
            model = model.submit(first, count, inQueue)
                    .orElseThrow(() -> new Violation(inQueue + " of a batch of " + count + " were queued"));
        }

        /** A worker goes on until it has executed an I/O, which is given, or sleeps. */
        private int turn(int worker) {
            int executed = WorkerMethodModel.NOTHING;
            while (!isAsleep(worker)) {
                method.stepWorker(worker, false);
                executed = method.hand(worker) == 0 ? executed : method.hand(worker);
                if (executed != WorkerMethodModel.NOTHING && method.hand(worker) == 0) {
                    return executed;
                }
            }
            return executed;
        }

        private boolean isAsleep(int worker) {
            return method.point(worker).equals("AWAIT") && !method.isLatchSet(worker);
        }

        private void rest() {
            List<Integer> executed = new ArrayList<>();
            int asleep = 0;
            while (asleep < script.workers()) {
                int io = turn(nextWorker++ % script.workers());
                asleep = io == WorkerMethodModel.NOTHING ? asleep + 1 : 0;
                if (io != WorkerMethodModel.NOTHING) {
                    executed.add(io);
                }
            }
            model = model.rest(executed).orElseThrow(() -> new Violation("at rest, executed: " + executed));
            for (int io = 1; io <= submitted; io++) {
                Violation.unlessEqual("Ok", method.status(io), "I/O " + io);
                Violation.unlessEqual(true, method.isWaiterWoken(io), "waiter of I/O " + io + " is woken");
            }
        }
    }
}
