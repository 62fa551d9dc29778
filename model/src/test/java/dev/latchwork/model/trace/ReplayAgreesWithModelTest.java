package dev.latchwork.model.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.Action;
import dev.latchwork.model.Batch;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WorkerAction;
import dev.latchwork.model.WorkerPoint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * {@link ReplayState} holds real bounds and so has guards and effects of its own. On random behaviours of the model, at bounds
 * that both can hold, it takes each step that the model takes, to the same state, and no step that the model does not have.
 */
class ReplayAgreesWithModelTest {
    private static final int BEHAVIOURS = 150;
    private static final int FEWER_BEHAVIOURS = 40;
    private static final int LONGEST = 120;
    private static final long SEED = 1;

    private static final Bounds BOUNDS = Bounds.builder()
            .workers(3)
            .submitters(2)
            .ios(8)
            .ringSize(4)
            .maxBatch(4)
            .reloads(3, 1, 2, 3)
            .interrupts(3)
            .reopenFailures(3)
            .build();

    private long taken;
    private long refused;
    private final Set<String> actions = new HashSet<>();

    /** Same guards, same effects, for every action that leaves an event. Kills: a rule that was copied wrongly. */
    @Test
    void replay_whenTheModelTakesAStep_thenTakesTheSameAndNoOther() {
        assertNull(disagreement(Variant.REFERENCE, Variant.REFERENCE, BEHAVIOURS));
        assertTrue(taken > 5_000 && refused > 50_000, taken + " steps taken, " + refused + " refused");
        assertEquals(recordedActionsOf(Variant.REFERENCE), actions);
    }

    /** The same for PostgreSQL 19, which has two actions more. Kills: a rule of its exit or its chain that was copied wrongly. */
    @Test
    void replay_whenTheModelIsPostgres19_thenTakesTheSameAndNoOther() {
        assertNull(disagreement(Variant.POSTGRES_19, Variant.POSTGRES_19, FEWER_BEHAVIOURS));
        assertTrue(taken > 1_500 && refused > 15_000, taken + " steps taken, " + refused + " refused");
        assertEquals(recordedActionsOf(Variant.POSTGRES_19), actions);
        assertNotNull(disagreement(Variant.POSTGRES_19, Variant.REFERENCE, FEWER_BEHAVIOURS));
        assertNotNull(disagreement(Variant.POSTGRES_19.fanOut(2), Variant.POSTGRES_19, FEWER_BEHAVIOURS));
        assertNotNull(disagreement(Variant.SEED_B, Variant.POSTGRES_19, FEWER_BEHAVIOURS));
    }

    /** All but StartTakenBack, which the model does not have. */
    private static Set<String> recordedActionsOf(Variant variant) {
        return Stream.of(RecordedAction.values())
                .filter(action -> action.existsIn(variant) && action != RecordedAction.START_TAKEN_BACK)
                .map(RecordedAction::toString)
                .collect(Collectors.toSet());
    }

    /** The comparison sees what it is to see. Kills: a comparison that compares nothing. */
    @Test
    void replay_whenTheModelIsAnother_thenDisagrees() {
        assertNotNull(disagreement(Variant.REFERENCE.fanOut(1)));
        assertNotNull(disagreement(Variant.SEED_B));
        assertNotNull(disagreement(Variant.SEED_A));
        assertNotNull(disagreement(Variant.SEED_E));
        assertNotNull(disagreement(Variant.REFERENCE.markIdleOnRegister(false)));
    }

    /** The first thing in which they differ, or null. */
    private String disagreement(Variant variant) {
        return disagreement(variant, Variant.REFERENCE, BEHAVIOURS);
    }

    private String disagreement(Variant variant, Variant replayed, int behaviours) {
        Protocol protocol = Protocol.of(BOUNDS, variant);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < behaviours; i++) {
            String found = disagreement(protocol, replayed, random);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private String disagreement(Protocol protocol, Variant replayed, SplittableRandom random) {
        ProtocolState state = protocol.initial();
        ReplayState replay =
                new ReplayState(replayed, BOUNDS.workers(), BOUNDS.ringSize(), BOUNDS.poolSize(), new TraceCoverage());
        // So that all workers sleep before there is something to do, every other time.
        boolean isLate = random.nextBoolean();
        for (int step = 0; step < LONGEST; step++) {
            List<Action> enabled = protocol.enabled(state);
            for (Action action : protocol.actions()) {
                if (!enabled.contains(action) && isComparable(action, state)) {
                    TraceEvent event = event(action, state, state, replay);
                    refused++;
                    if (replay.copy().take(event) == null) {
                        return "the model has no step " + action.text() + " in " + state;
                    }
                }
            }
            if (enabled.isEmpty()) {
                return null;
            }
            Action action = enabled.get(random.nextInt(enabled.size()));
            for (int again = 0; isLate && step < LONGEST / 4 && again < LONGEST && isRequest(action); again++) {
                action = enabled.get(random.nextInt(enabled.size()));
            }
            ProtocolState next = protocol.step(state, action);
            String why = replay.take(event(action, state, next, replay));
            if (why != null) {
                return action.text() + " is refused in " + state + ": " + why;
            }
            String came = text(replay, leavers(replay, next));
            if (!text(next).equals(came)) {
                return action.text() + " leads to " + text(next) + ", replayed to " + came;
            }
            taken++;
            actions.add(action.name());
            state = next;
        }
        return null;
    }

    private static boolean isRequest(Action action) {
        return action instanceof SubmitterAction.Submit
                || action instanceof SubmitterAction.SubmitSynchronously
                || action instanceof PoolAction.Interrupt
                || action instanceof PoolAction.Reload;
    }

    /** Not what only the model's budgets rule out, nor a batch other than the next. */
    private static boolean isComparable(Action action, ProtocolState state) {
        if (action instanceof SubmitterAction.Submit submit) {
            return state.submitterPoint(submit.submitter()) != SubmitterPoint.READY;
        }
        if (action instanceof SubmitterAction.SubmitSynchronously submit) {
            return state.submitterPoint(submit.submitter()) != SubmitterPoint.READY;
        }
        if (action instanceof PoolAction.Interrupt interrupt) {
            return !state.isInUse(interrupt.worker()) || state.isExitRequested(interrupt.worker());
        }
        if (action instanceof WorkerAction.ReopenFail) {
            return state.reopenFailures() < BOUNDS.maxReopenFailures();
        }
        if (action instanceof LeaverAction.HandOver handOver) {
            // An event tells the latch, and not what else its setter owes.
            return state.leaverSets().noneMatch(owes -> (owes & handOver.owes()) != 0);
        }
        return !(action instanceof PoolAction.Reload);
    }

    private static TraceEvent event(Action action, ProtocolState before, ProtocolState after, ReplayState replay) {
        int actor = TraceEvent.NOBODY;
        int argument = -1;
        long io = IoUse.NONE;
        List<Long> batch = List.of();
        int owed = 0;
        if (action instanceof SubmitterAction.Submit submit) {
            actor = submit.submitter();
            batch = ios(submit.batch());
            argument = batch.size() - after.leftoverCount(actor);
            owed = after.submitterOwed(actor) >= 0 ? 1 : 0;
        } else if (action instanceof SubmitterAction.SubmitSynchronously submit) {
            actor = submit.submitter();
            batch = ios(submit.batch());
            argument = batch.size();
        } else if (action instanceof SubmitterAction own) {
            actor = own.submitter();
            argument = own instanceof SubmitterAction.SubmitSetLatch ? before.submitterOwed(actor) : -1;
            io = before.leftoverCount(actor) > 0 && own instanceof SubmitterAction.PerformSynchronously
                    ? io(before.leftover(actor, 0))
                    : IoUse.NONE;
        } else if (action instanceof WorkerAction own) {
            actor = own.worker();
            owed = own instanceof WorkerAction.Consume ? after.owedCount(actor) : 0;
            boolean consumes = own instanceof WorkerAction.Consume || own instanceof WorkerAction.ConsumeQuietly;
            io = before.hand(actor) != 0 && !consumes ? io(before.hand(actor)) : IoUse.NONE;
            if (consumes && before.depth() > 0) {
                argument = before.queued(0);
            } else if (own instanceof WorkerAction.WakePeer && before.owedCount(actor) > 0) {
                argument = before.owed(actor, 0);
            } else if (own instanceof WorkerAction.CheckInterrupts) {
                argument = after.point(actor) == WorkerPoint.DEREGISTER ? 1 : 0;
            } else if (own instanceof WorkerAction.Deregister) {
                owed = owedByLeavers(after) - owedByLeavers(before);
            }
        } else if (action instanceof LeaverAction.HandOver handOver) {
            argument = Integer.numberOfTrailingZeros(handOver.owes());
            actor = slotOfLeaver(replay, before, handOver.owes());
        } else if (action instanceof LeaverAction.ExitWorker) {
            actor = slotOfLeaver(replay, before, 0);
        } else if (action instanceof PoolAction.RequestShutdown request) {
            argument = request.worker();
        } else if (action instanceof PoolAction.Interrupt interrupt) {
            actor = interrupt.worker();
        } else if (action instanceof PoolAction.Reload reload) {
            argument = reload.poolSize();
        }
        return new TraceEvent(
                RecordedAction.ofLabel(action.name()),
                actor,
                argument,
                io,
                batch,
                owed,
                after.depth(),
                after.running(),
                after.idleBits(),
                1,
                1);
    }

    private static int owedByLeavers(ProtocolState state) {
        return state.leaverSets().map(Integer::bitCount).sum();
    }

    private static int slotOfLeaver(ReplayState replay, ProtocolState state, int owes) {
        return leavers(replay, state).stream()
                .filter(leaver -> leaver.owes() == owes)
                .mapToInt(ReplayState.Leaver::slot)
                .findFirst()
                .orElse(0);
    }

    /** Those of the possible leavers that the model has, or any if it has none of them. */
    private static List<ReplayState.Leaver> leavers(ReplayState replay, ProtocolState state) {
        List<Integer> owed = state.leaverSets().sorted().boxed().toList();
        return replay.possibleLeavers().stream()
                .filter(leavers -> owed(leavers).equals(owed))
                .findFirst()
                .orElseGet(replay::leavers);
    }

    private static List<Integer> owed(List<ReplayState.Leaver> leavers) {
        return leavers.stream().map(ReplayState.Leaver::owes).sorted().toList();
    }

    private static List<Long> ios(Batch batch) {
        List<Long> ios = new ArrayList<>();
        for (int io = batch.first(); io <= batch.last(); io++) {
            ios.add(io(io));
        }
        return ios;
    }

    private static long io(int number) {
        return IoUse.of(number, 1);
    }

    private static String text(ProtocolState state) {
        return "queue " + state.queue().boxed().toList()
                + " idle " + state.idleBits()
                + " inUse " + state.inUseBits()
                + " latch " + state.latchBits()
                + " exit " + (state.exitRequestedBits() & state.inUseBits())
                + " workers "
                + workers(w -> state.point(w) + " " + state.hand(w) + " "
                        + state.owed(w).boxed().toList())
                + " starting " + state.starting()
                + " leavers " + state.leaverSets().sorted().boxed().toList()
                + " target " + state.target()
                + " submitters "
                + submitters(s -> state.submitterPoint(s) + " " + state.submitterOwed(s) + " "
                        + state.leftover(s).boxed().toList())
                + " outstanding " + Integer.bitCount(state.submittedBits());
    }

    private static String text(ReplayState state, List<ReplayState.Leaver> leavers) {
        return "queue "
                + IntStream.range(0, state.depth())
                        .mapToObj(k -> IoUse.id(state.queued(k)))
                        .toList()
                + " idle " + state.idle()
                + " inUse " + state.inUse()
                + " latch " + state.latch()
                + " exit " + (state.exitRequested() & state.inUse())
                + " workers "
                + workers(w -> state.point(w) + " " + IoUse.id(state.hand(w)) + " "
                        + IntStream.range(0, state.owedCount(w))
                                .mapToObj(k -> state.owed(w, k))
                                .toList())
                + " starting " + state.starting()
                + " leavers "
                + owed(leavers)
                + " target " + state.target()
                + " submitters "
                + submitters(s -> state.submitterPoint(s) + " " + state.submitterOwed(s) + " "
                        + IntStream.range(0, state.leftoverCount(s))
                                .mapToObj(k -> IoUse.id(state.leftover(s, k)))
                                .toList())
                + " outstanding " + state.outstanding();
    }

    private static String workers(IntFunction<String> text) {
        return IntStream.range(0, BOUNDS.workers()).mapToObj(text).collect(Collectors.joining("; "));
    }

    private static String submitters(IntFunction<String> text) {
        return IntStream.range(0, BOUNDS.submitters()).mapToObj(text).collect(Collectors.joining("; "));
    }

    /** An I/O's text names handle and generation. */
    @Test
    void text_whenAnIoIsPacked_thenNamesHandleAndGeneration() {
        assertEquals("1048575.8796093022207", IoUse.text(IoUse.of((1 << 20) - 1, (1L << 43) - 1)));
        assertEquals(
                1, LongStream.of(IoUse.of(0, 1)).filter(io -> io != IoUse.NONE).count());
    }
}
