package dev.latchwork.tla;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Phase;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The models that {@code mvn verify} adds. One of them alone: {@code -Dlatchwork.tlc.model=<cfg>}. */
class TlcIT {
    /**
     * TLC says about every model what the manifest expects. Kills: the mutants and variants that the manifest expects to
     * be violated.
     */
    @TestFactory
    Stream<DynamicTest> models_whenChecked_thenAsTheManifestSays() {
        ModelSelection selection = ModelSelection.ofSystemProperties();
        ModelCheck check = new ModelCheck(!selection.isWhole());
        return selection.of(Phase.VERIFY).stream()
                .map(model -> dynamicTest(model.cfg(), () -> check.check(model, false)));
    }
}
