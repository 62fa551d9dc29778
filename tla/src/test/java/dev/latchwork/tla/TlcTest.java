package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.util.ArrayList;
import java.util.List;
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
        List<ActionCoverage> coverage = new ArrayList<>();
        List<DynamicTest> tests = new ArrayList<>();
        for (TlcModel model : selection.of(Phase.TEST)) {
            tests.add(dynamicTest(model.cfg(), () -> {
                boolean countActions = model.expected() == Outcome.HELD;
                TlcRun run = check.check(model, countActions);
                if (countActions) {
                    coverage.add(run.coverage());
                }
            }));
        }
        if (selection.isWhole()) {
            tests.add(dynamicTest("every action is taken", () -> assertEveryActionTaken(coverage)));
        }
        return tests;
    }

    private static void assertEveryActionTaken(List<ActionCoverage> parts) {
        ActionCoverage coverage = ActionCoverage.union(parts);
        List<String> never = ProtocolActions.load().actions().stream()
                .map(action -> ProtocolActions.bounded(action.action()))
                .filter(action -> !coverage.covers(action))
                .toList();
        assertEquals(List.of(), never, () -> "actions that no held model takes, of " + coverage.transitions());
    }
}
