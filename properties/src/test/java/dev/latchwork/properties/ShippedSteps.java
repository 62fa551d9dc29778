package dev.latchwork.properties;

import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WalkedMethod;
import dev.latchwork.model.Action;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Start;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.Wakeups;
import dev.latchwork.model.WorkerAction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The shipped classes, taken along: each takes its own step where the model takes an action, and then everything that the
 * processes share, and where each of them stands, is compared. Used by one thread.
 */
final class ShippedSteps implements Follower {
    private final Protocol protocol;
    private final WalkedMethod method;
    private final FruitlessCount fruitless;

    /** The method made of {@code parts}, which follows a walk in {@code protocol}. */
    ShippedSteps(Protocol protocol, Parts parts) {
        Bounds bounds = protocol.bounds();
        this.protocol = protocol;
        method = new WalkedMethod(bounds.poolSize(), bounds.ringSize(), bounds.submitters(), bounds.ios(), parts);
        fruitless = new FruitlessCount(bounds.workers());
    }

    @Override
    public Optional<String> begin(ProtocolState initial) {
        return attempt(() -> {
            if (protocol.bounds().start() == Start.WARM) {
                method.warmUp(protocol.bounds().workers());
            }
            return compare(initial);
        });
    }

    @Override
    public Optional<String> follow(Action action, ProtocolState after) {
        return attempt(() -> {
            String taken = take(action);
            if (!action.name().equals(taken)) {
                return Optional.of(difference("step", action.name(), String.valueOf(taken)));
            }
            fruitless.count(action);
            return compare(after);
        });
    }

    /** What the shipped code throws is a difference as well: the model throws nothing. */
    private static Optional<String> attempt(Supplier<Optional<String>> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            return Optional.of("the shipped classes throw " + e);
        }
    }

    private String take(Action action) {
        if (action instanceof SubmitterAction.Submit submit) {
            return method.submit(
                    submit.submitter(), submit.batch().first(), submit.batch().size());
        }
        if (action instanceof SubmitterAction.CloseSession close) {
            return method.closeSession(close.submitter());
        }
        if (action instanceof SubmitterAction step) {
            return method.stepSubmitter(step.submitter());
        }
        if (action instanceof WorkerAction.Register) {
            return method.register();
        }
        if (action instanceof WorkerAction step) {
            return method.stepWorker(step.worker(), action instanceof WorkerAction.ReopenFail);
        }
        if (action instanceof LeaverAction.HandOver handOver) {
            return method.stepLeaver(handOver.owes());
        }
        if (action instanceof LeaverAction) {
            return method.stepLeaver(0);
        }
        return takeOfPool((PoolAction) action);
    }

    private String takeOfPool(PoolAction action) {
        if (action instanceof PoolAction.StartWorker) {
            return method.startWorker();
        }
        if (action instanceof PoolAction.RequestShutdown request) {
            return method.requestShutdown(request.worker());
        }
        if (action instanceof PoolAction.Interrupt interrupt) {
            return method.interrupt(interrupt.worker());
        }
        return method.reload(((PoolAction.Reload) action).poolSize());
    }

    private Optional<String> compare(ProtocolState state) {
        return compareShared(state)
                .or(() -> comparePool(state))
                .or(() -> compareWorkers(state))
                .or(() -> compareSubmitters(state))
                .or(() -> compareIos(state));
    }

    private Optional<String> compareShared(ProtocolState state) {
        return differ("queue", state.queue().boxed().toList(), method.queued())
                .or(() -> differ("idle", (long) state.idleBits(), method.idle()))
                .or(() -> differ("inUse", (long) state.inUseBits(), method.registered()))
                .or(() -> protocol.variant().wakeup().accounting() == Wakeups.EXACT
                        ? differ("underWay", (long) state.underWayBits(), method.underWay())
                        : Optional.empty())
                .or(() -> Optional.ofNullable(method.queuedTooEarly())
                        .map(handle -> "in the queue before it is SUBMITTED: " + handle));
    }

    private Optional<String> comparePool(ProtocolState state) {
        return differ("target", state.target(), method.target())
                .or(() -> differ("starting", state.starting(), method.starting()))
                .or(() -> differ(
                        "leavers",
                        state.leaverSets().mapToObj(Long::valueOf).sorted().toList(),
                        method.leavers()))
                .or(() -> differ("leavers, as counted", state.leavers(), method.leaversCounted()))
                .or(() -> differ("worker is missing", state.running() < state.target(), method.isWorkerMissing()))
                .or(() -> differ("pool is empty", state.running() == 0, method.isPoolEmpty()))
                .or(() -> differ("fruitless workers in a row", fruitless.inARow(), method.fruitless()))
                .or(() -> mayAsk(state)
                        ? Optional.empty()
                        : differ("worker is asked to exit", null, method.requestShutdown(0)));
    }

    /** Whether the supervisor would ask somebody to exit, if it were its turn. */
    private boolean mayAsk(ProtocolState state) {
        for (int w = 0; w < protocol.bounds().workers(); w++) {
            if (new PoolAction.RequestShutdown(w).isEnabled(state, protocol.variant())) {
                return true;
            }
        }
        return false;
    }

    private Optional<String> compareWorkers(ProtocolState state) {
        for (int w = 0; w < protocol.bounds().workers(); w++) {
            int slot = w;
            Optional<String> difference = differ("point", state.point(w).name(), method.point(w))
                    .or(() -> differ("hand", state.hand(slot), method.hand(slot)))
                    .or(() -> differ("owed", state.owed(slot).boxed().toList(), method.owed(slot)))
                    .or(() -> differ("latch is set", state.isLatchSet(slot), method.isLatchSet(slot)))
                    .or(() -> differ("latch has an owner", state.isInUse(slot), method.isLatchOwned(slot)))
                    .or(() -> differ("exit is requested", isAsked(state, slot), method.isExitRequested(slot)));
            if (difference.isPresent()) {
                return difference.map(words -> "worker " + slot + ": " + words);
            }
        }
        return Optional.empty();
    }

    /** The model keeps the request of a worker that has left until the slot is taken again. */
    private static boolean isAsked(ProtocolState state, int slot) {
        return state.isInUse(slot) && state.isExitRequested(slot);
    }

    private Optional<String> compareSubmitters(ProtocolState state) {
        for (int s = 0; s < protocol.bounds().submitters(); s++) {
            int session = s;
            Optional<String> difference = differ(
                            "point", state.submitterPoint(s).name(), method.submitterPoint(s))
                    .or(() -> differ("owed", owed(state, session), method.submitterOwed(session)))
                    .or(() -> differ("leftover", state.leftover(session).boxed().toList(), method.leftover(session)));
            if (difference.isPresent()) {
                return difference.map(words -> "submitter " + session + ": " + words);
            }
        }
        return Optional.empty();
    }

    private static List<Integer> owed(ProtocolState state, int session) {
        int owed = state.submitterOwed(session);
        return owed == WakeupTarget.NOBODY ? List.of() : List.of(owed);
    }

    private Optional<String> compareIos(ProtocolState state) {
        for (int i = 1; i <= protocol.bounds().ios(); i++) {
            int io = i;
            IoStatus status = state.io(io);
            boolean completed = status == IoStatus.OK || status == IoStatus.ENOENT;
            Optional<String> difference = differ("status", status.toString(), method.status(io))
                    .or(() -> differ("waiter is woken", completed, method.isWaiterWoken(io)));
            if (difference.isPresent()) {
                return difference.map(words -> "I/O " + io + ": " + words);
            }
        }
        return Optional.empty();
    }

    private static <T> Optional<String> differ(String what, T model, T shipped) {
        return Objects.equals(model, shipped) ? Optional.empty() : Optional.of(difference(what, model, shipped));
    }

    private static String difference(String what, Object model, Object shipped) {
        return what + " is " + shipped + " in the shipped classes, " + model + " in the model";
    }
}
