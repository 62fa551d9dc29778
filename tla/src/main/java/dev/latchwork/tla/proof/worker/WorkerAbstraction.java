package dev.latchwork.tla.proof.worker;

import static dev.latchwork.tla.proof.worker.WorkerVariables.*;

import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.tla.proof.Variable;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the formulas see of a state of the executable model. The model's few workers are the lowest of the formulas' 32. Pure.
 */
public final class WorkerAbstraction {
    private static final Map<WorkerPoint, Variable> POINT_SETS = Map.of(
            WorkerPoint.CHECK_INTERRUPTS, AT_CHECK_INTERRUPTS,
            WorkerPoint.LOOK, AT_LOOK,
            WorkerPoint.WAKE_PEER, AT_WAKE_PEER,
            WorkerPoint.REOPEN, AT_REOPEN,
            WorkerPoint.PERFORM, AT_PERFORM,
            WorkerPoint.COMPLETE_FAILED, AT_COMPLETE_FAILED,
            WorkerPoint.AWAIT, AT_AWAIT,
            WorkerPoint.RESET_LATCH, AT_RESET_LATCH,
            WorkerPoint.DEREGISTER, AT_DEREGISTER);

    private WorkerAbstraction() {}

    /** The value of every variable of the formulas; the model keeps {@code underWay} for exact accounting only. */
    public static Map<Variable, Long> of(ProtocolState state) {
        Map<Variable, Long> values = new LinkedHashMap<>();
        ALL.forEach(variable -> values.put(variable, 0L));
        values.put(DEPTH, (long) state.depth());
        values.put(IDLE, (long) state.idleBits());
        values.put(IN_USE, (long) state.inUseBits());
        values.put(LATCH, (long) state.latchBits());
        values.put(EXIT_REQUESTED, (long) state.exitRequestedBits());
        values.put(STARTING, (long) state.starting());
        values.put(TARGET, (long) state.target());
        values.put(UNDER_WAY, (long) state.underWayBits());
        values.put(LEAVERS_FREE, (long) state.leavers(WakeupTarget.setOf(WakeupTarget.NOBODY)));
        values.put(LEAVERS_OWING, state.leavers() - values.get(LEAVERS_FREE));
        for (int w = 0; w < state.bounds().workers(); w++) {
            if (state.point(w) != WorkerPoint.VACANT) {
                values.merge(POINT_SETS.get(state.point(w)), 1L << w, Long::sum);
            }
            state.owed(w).forEach(target -> owe(values, OWED_BY_WORKERS, target));
            if ((state.owedByLeavers() & WakeupTarget.setOf(w)) != 0) {
                owe(values, OWED_BY_LEAVERS, w);
            }
        }
        if ((state.owedByLeavers() & WakeupTarget.setOf(WakeupTarget.NULL_LATCH)) != 0) {
            owe(values, OWED_BY_LEAVERS, WakeupTarget.NULL_LATCH);
        }
        IntStream.range(0, state.bounds().submitters())
                .map(state::submitterOwed)
                .filter(target -> target >= 0)
                .forEach(target -> owe(values, OWED_BY_SUBMITTERS, target));
        return values;
    }

    private static void owe(Map<Variable, Long> values, Variable owed, int target) {
        if (target == WakeupTarget.NULL_LATCH) {
            values.put(NULL_LATCH_OWED, 1L);
        } else {
            values.merge(owed, 1L << target, (some, more) -> some | more);
        }
    }
}
