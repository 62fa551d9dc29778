package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.CompletionBounds;
import dev.latchwork.model.completion.CompletionProtocol;
import dev.latchwork.model.completion.CompletionState;
import dev.latchwork.model.completion.CompletionText;
import dev.latchwork.model.search.Search;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/** The executable model of the completion side under the bounds of a model of the manifest. Stateless. */
final class CompletionEqualsSpecification {
    private static final Pattern COMMA = Pattern.compile(",");

    private CompletionEqualsSpecification() {}

    /** The reference's models of which TLC visits all states. */
    static List<TlcModel> heldModels() {
        return TlcManifest.readBelow(Project.root()).models().stream()
                .filter(model -> model.module().equals("MCCompletion"))
                .filter(model -> model.expected() == Outcome.HELD)
                .toList();
    }

    static CompletionProtocol protocol(TlcModel model) throws IOException {
        Map<String, String> constants =
                Configuration.read(Project.specification(), model.cfg()).constants();
        return new CompletionProtocol(new CompletionBounds(
                elements(constants, "Sessions"),
                elements(constants, "Handles"),
                number(constants, "PerSession"),
                elements(constants, "Executors"),
                number(constants, "MaxUses"),
                number(constants, "MaxWaits")));
    }

    static Search<CompletionState, CompletionAction> search(TlcModel model) throws IOException {
        return Search.through(protocol(model), List.of());
    }

    /** Kills: an action whose guard is wider or narrower than TLC's. */
    static void assertAsManyStates(TlcModel model) throws IOException {
        Search<CompletionState, CompletionAction> search = search(model);
        assertEquals(model.distinct(), search.states().size(), "distinct states");
        assertEquals(model.diameter(), search.diameter(), "diameter");
    }

    /** The model's graph as texts, its actions as {@code label} has them. */
    static LabelledGraph graph(TlcModel model, Function<CompletionAction, String> label) throws IOException {
        return graph(protocol(model), search(model), label);
    }

    private static LabelledGraph graph(
            CompletionProtocol protocol,
            Search<CompletionState, CompletionAction> search,
            Function<CompletionAction, String> label) {
        LabelledGraph graph = new LabelledGraph();
        graph.addInitial(text(protocol.initial()));
        for (CompletionState state : search.states()) {
            for (CompletionAction action : protocol.enabled(state)) {
                graph.addEdge(text(state), label.apply(action), text(protocol.step(state, action)));
            }
        }
        return graph;
    }

    private static String text(CompletionState state) {
        return LabelledGraph.state(CompletionText.variables(state));
    }

    private static int number(Map<String, String> constants, String name) {
        return Integer.parseInt(value(constants, name));
    }

    private static int elements(Map<String, String> constants, String name) {
        return COMMA.split(value(constants, name)).length;
    }

    private static String value(Map<String, String> constants, String name) {
        return constants.get(name).replaceFirst("= ", "");
    }
}
