package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The models of {@code mvn test}. One of them alone: {@code -Dlatchwork.tlc.model=<cfg>}. */
class TlcTest {
    /**
     * TLC says about every model what the manifest expects, and the held models take every action of the protocol.
     * Kills: the mutants and variants that the manifest expects to be violated; the coverage kills a guard that is never
     * true.
     */
    @TestFactory
    List<DynamicTest> models_whenChecked_thenAsTheManifestSays() {
        ModelSelection selection = ModelSelection.ofSystemProperties();
        ModelCheck check = new ModelCheck(!selection.isWhole());
        Map<ProtocolActions, List<ActionCoverage>> coverage = new HashMap<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (TlcModel model : selection.of(Phase.TEST)) {
            tests.add(dynamicTest(model.cfg(), () -> {
                boolean countActions = model.expected() == Outcome.HELD;
                TlcRun run = check.check(model, countActions);
                if (countActions) {
                    coverage.computeIfAbsent(ProtocolActions.ofModule(model.module()), actions -> new ArrayList<>())
                            .add(run.coverage());
                }
            }));
        }
        if (selection.isWhole()) {
            tests.add(dynamicTest(
                    "every action of the worker method is taken",
                    () -> assertEveryActionTaken(ProtocolActions.load(), coverage)));
            tests.add(dynamicTest(
                    "every action of the completion side is taken",
                    () -> assertEveryActionTaken(ProtocolActions.ofCompletion(), coverage)));
        }
        return tests;
    }

    private static void assertEveryActionTaken(
            ProtocolActions actions, Map<ProtocolActions, List<ActionCoverage>> parts) {
        ActionCoverage coverage = ActionCoverage.union(parts.getOrDefault(actions, List.of()));
        List<String> never = actions.actions().stream()
                .map(action -> ProtocolActions.bounded(action.action()))
                .filter(action -> !coverage.covers(action))
                .toList();
        assertEquals(List.of(), never, () -> "actions that no held model takes, of " + coverage.transitions());
    }
}
