package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The actions that held models have taken: what a model holds says nothing about an action that it never takes. */
final class TakenActions {
    private final Map<ProtocolActions, List<ActionCoverage>> parts = new HashMap<>();

    /** Whether the actions of this model's run are to be counted: a violated one stops before it has seen all. */
    static boolean countsIn(TlcModel model) {
        return model.expected() == Outcome.HELD;
    }

    void add(TlcModel model, TlcRun run) {
        parts.computeIfAbsent(ProtocolActions.ofModule(model.module()), actions -> new ArrayList<>())
                .add(run.coverage());
    }

    /** @throws AssertionError naming the actions that no model has taken */
    void assertEveryOneOf(ProtocolActions actions) {
        ActionCoverage coverage = ActionCoverage.union(parts.getOrDefault(actions, List.of()));
        List<String> never = actions.actions().stream()
                .map(action -> ProtocolActions.bounded(action.action()))
                .filter(action -> !coverage.covers(action))
                .toList();
        assertEquals(List.of(), never, () -> "actions that no held model takes, of " + coverage.transitions());
    }
}
