package dev.latchwork.tla;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
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
        TakenActions taken = new TakenActions();
        List<DynamicTest> tests = new ArrayList<>();
        for (TlcModel model : selection.of(Phase.TEST)) {
            tests.add(dynamicTest(model.cfg(), () -> {
                boolean countActions = TakenActions.countsIn(model);
                TlcRun run = check.check(model, countActions);
                if (countActions) {
                    taken.add(model, run);
                }
            }));
        }
        if (selection.isWhole()) {
            tests.add(dynamicTest(
                    "every action of the worker method is taken",
                    () -> taken.assertEveryOneOf(ProtocolActions.load())));
            tests.add(dynamicTest(
                    "every action of the completion side is taken",
                    () -> taken.assertEveryOneOf(ProtocolActions.ofCompletion())));
        }
        return tests;
    }
}
