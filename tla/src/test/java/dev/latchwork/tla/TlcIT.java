package dev.latchwork.tla;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The models that {@code mvn verify} adds. One of them alone: {@code -Dlatchwork.tlc.model=<cfg>}. */
class TlcIT {
    /**
     * TLC says about every model what the manifest expects, and the held models of the two halves together take every
     * action of theirs. Kills: the mutants and variants that the manifest expects to be violated; the coverage kills a guard
     * that is never true.
     */
    @TestFactory
    List<DynamicTest> models_whenChecked_thenAsTheManifestSays() {
        ModelSelection selection = ModelSelection.ofSystemProperties();
        ModelCheck check = new ModelCheck(!selection.isWhole());
        TakenActions taken = new TakenActions();
        List<DynamicTest> tests = new ArrayList<>();
        for (TlcModel model : selection.of(Phase.VERIFY)) {
            tests.add(dynamicTest(model.cfg(), () -> {
                boolean countActions = TakenActions.countsIn(model) && isOfComposition(model);
                TlcRun run = check.check(model, countActions);
                if (countActions) {
                    taken.add(model, run);
                }
            }));
        }
        if (selection.isWhole()) {
            tests.add(dynamicTest(
                    "every action of the two halves together is taken",
                    () -> taken.assertEveryOneOf(ProtocolActions.ofComposition())));
        }
        return tests;
    }

    /** Those of the other specifications are counted in the shorter build. */
    private static boolean isOfComposition(TlcModel model) {
        return ProtocolActions.ofModule(model.module()).equals(ProtocolActions.ofComposition());
    }
}
