package dev.latchwork.tla;

import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The comparison in numbers for the models that {@code mvn verify} adds. */
class CompletionEqualsSpecificationIT {

    static List<TlcModel> longModels() {
        return CompletionEqualsSpecification.heldModels().stream()
                .filter(model -> model.phase() == Phase.VERIFY)
                .toList();
    }

    /** Kills: an action whose guard is wider or narrower than TLC's, where only a larger world shows it. */
    @ParameterizedTest
    @MethodSource("longModels")
    void search_whenAllStatesAreVisited_thenAsManyAsTlcFound(TlcModel model) throws IOException {
        CompletionEqualsSpecification.assertAsManyStates(model);
    }
}
