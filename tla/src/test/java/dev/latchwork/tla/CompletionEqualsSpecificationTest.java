package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The executable model of the completion side and the specification are the same transition system: equal in numbers for
 * every held model, and for one of them state by state and edge by edge.
 */
class CompletionEqualsSpecificationTest {
    private static final String EDGE_BY_EDGE = "MCCompletion_reuse";

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
    void graph_whenComparedWithTlcs_thenSameStatesAndEdges() throws IOException, InterruptedException {
        assertEquals(List.of(), compare("reference", CompletionAction::text));
    }

    /** With the two ends of an I/O exchanged every number stays the same. The comparison sees it. */
    @Test
    void graph_whenResultsAreExchanged_thenStepsDiffer() throws IOException, InterruptedException {
        List<String> differences = compare(
                "spec-results-exchanged",
                action -> action instanceof ExecutorAction.Perform perform
                        ? new ExecutorAction.CompleteFailed(perform.executor(), perform.handle()).text()
                        : action instanceof ExecutorAction.CompleteFailed failed
                                ? new ExecutorAction.Perform(failed.executor(), failed.handle()).text()
                                : action.text());

        assertTrue(
                differences.stream().allMatch(difference -> difference.contains("step from")), differences::toString);
    }

    private static List<String> compare(String subject, Function<CompletionAction, String> label)
            throws IOException, InterruptedException {
        CheckRun run = CheckRun.start("model/completion/EqualsSpecification/" + subject);
        TlcModel model = edgeByEdge();
        LabelledGraph tlc = new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), System.out::println)
                .graph(model);
        LabelledGraph own = CompletionEqualsSpecification.graph(model, label);
        assertEquals(model.distinct(), tlc.states());
        List<String> differences = tlc.differences(own);
        run.finish(
                differences.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", own.states()).and("edges", own.edges()));
        return differences;
    }

    private static TlcModel edgeByEdge() {
        return CompletionEqualsSpecification.heldModels().stream()
                .filter(model -> model.cfg().equals(EDGE_BY_EDGE))
                .findFirst()
                .orElseThrow();
    }
}
