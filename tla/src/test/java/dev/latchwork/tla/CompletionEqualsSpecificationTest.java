package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.completion.ExecutorAction;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The executable model of the completion side and the specification are the same transition system: equal in numbers for
 * every held model, and for two of them state by state and edge by edge.
 */
class CompletionEqualsSpecificationTest {
    /** One with several uses of a handle, one with several handles of an owner. */
    private static final List<String> EDGE_BY_EDGE = List.of("MCCompletion_reuse", "MCCompletion_oldest");

    private static final Map<TlcModel, LabelledGraph> graphsOfTlc = new LinkedHashMap<>();

    @BeforeAll
    static void askTlc() throws IOException, InterruptedException {
        TlcRunner runner = new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), System.out::println);
        for (TlcModel model : CompletionEqualsSpecification.heldModels()) {
            if (EDGE_BY_EDGE.contains(model.cfg())) {
                LabelledGraph graph = runner.graph(model);
                assertEquals(model.distinct(), graph.states(), model.cfg());
                graphsOfTlc.put(model, graph);
            }
        }
        assertEquals(EDGE_BY_EDGE.size(), graphsOfTlc.size());
    }

    static List<TlcModel> quickModels() {
        return CompletionEqualsSpecification.heldModels().stream()
                .filter(model -> model.phase() == Phase.TEST)
                .toList();
    }

    /** Kills: an action whose guard is wider or narrower than TLC's. */
    @ParameterizedTest
    @MethodSource("quickModels")
    void search_whenAllStatesAreVisited_thenAsManyAsTlcFound(TlcModel model) throws IOException {
        CompletionEqualsSpecification.assertAsManyStates(model);
    }

    /**
     * TLC's graph and the model's have the same initial state, the same states, and from each the same actions with the
     * same arguments to the same states. Kills: two differences that cancel out in the numbers.
     */
    @Test
    void graph_whenComparedWithTlcs_thenSameStatesAndEdges() throws IOException {
        assertEquals(List.of(), compare("reference", CompletionAction::text));
    }

    /** With the two ends of an I/O exchanged every number stays the same. The comparison sees it. */
    @Test
    void graph_whenResultsAreExchanged_thenStepsDiffer() throws IOException {
        List<String> differences = compare("spec-results-exchanged", CompletionEqualsSpecificationTest::exchanged);

        assertFalse(differences.isEmpty());
        assertTrue(
                differences.stream().allMatch(difference -> difference.contains("step from")), differences::toString);
    }

    private static String exchanged(CompletionAction action) {
        if (action instanceof ExecutorAction.Perform perform) {
            return new ExecutorAction.CompleteFailed(perform.executor(), perform.handle()).text();
        }
        return action instanceof ExecutorAction.CompleteFailed failed
                ? new ExecutorAction.Perform(failed.executor(), failed.handle()).text()
                : action.text();
    }

    private static List<String> compare(String subject, Function<CompletionAction, String> label) throws IOException {
        CheckRun run = CheckRun.start("model/completion/EqualsSpecification/" + subject);
        List<String> differences = new ArrayList<>();
        long states = 0;
        long edges = 0;
        for (Map.Entry<TlcModel, LabelledGraph> entry : graphsOfTlc.entrySet()) {
            LabelledGraph own = CompletionEqualsSpecification.graph(entry.getKey(), label);
            differences.addAll(entry.getValue().differences(own));
            states += own.states();
            edges += own.edges();
        }
        run.finish(
                differences.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", states).and("edges", edges));
        return differences;
    }
}
