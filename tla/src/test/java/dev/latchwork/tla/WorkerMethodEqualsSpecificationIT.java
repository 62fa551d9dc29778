package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.Action;
import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WakeupPolicy;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The executable model and the specification have the same graph: for each of the models below TLC's graph is written out and
 * compared with the model's, state by state with the values of all variables, and edge by edge with action and arguments. Equal
 * numbers alone could hide two differences that cancel out.
 */
class WorkerMethodEqualsSpecificationIT {
    /** Exits and reopen failures; a ring that fills; a pool that is resized; a close; PostgreSQL 19; exact; a fault. */
    private static final List<String> MODELS = List.of(
            "MCWorkerMethod_exits",
            "MCWorkerMethod_ringFull",
            "MCWorkerMethod_resize",
            "MCWorkerMethod_close",
            "MCWorkerMethod_postgres19Three",
            "MCWorkerMethod_exactThree",
            "MCWorkerMethod_seedEStates");

    /** All workers wait at first, so that which of them is chosen is a matter of their names alone. */
    private static final String WARM = "MCWorkerMethod_exactThree";

    private static final TlcRunner RUNNER =
            new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), System.out::println);

    private static final int FLOOR = 50_000;

    /** Every variable of every state, and every step. Kills M75. */
    @Test
    void graph_whenComparedWithTlcs_thenSameStatesAndEdges() throws Exception {
        CheckRun run = CheckRun.start("model/EqualsSpecificationEdges/reference");
        List<String> differences = new ArrayList<>();
        long states = 0;
        long edges = 0;
        for (String cfg : MODELS) {
            Protocol protocol = WorkerMethodConfiguration.protocol(cfg);
            LabelledGraph own = graph(protocol);
            differences.addAll(graphOfTlc(cfg).differences(own));
            states += own.states();
            edges += own.edges();
        }
        assertTrue(states >= FLOOR, states + " states are fewer than " + FLOOR);
        run.finish(
                differences.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", states).and("edges", edges),
                null,
                differences.stream().findFirst().orElse(null));
        assertEquals(List.of(), differences);
    }

    /**
     * A submitter that chooses the highest idle worker: the same graph up to the names of the workers, so that numbers are equal
     * and every property holds.
     */
    @Test
    void graph_whenSubmittersChooseTheHighestWorker_thenStepsDiffer() throws Exception {
        CheckRun run = CheckRun.start("model/EqualsSpecificationEdges/M75");
        Variant right = WorkerMethodConfiguration.protocol(WARM).variant();
        WakeupPolicy wakeup = right.wakeup();
        Variant highest = right.with(new WakeupPolicy(
                wakeup.accounting(),
                bits -> Integer.SIZE - 1 - Integer.numberOfLeadingZeros(bits),
                wakeup.onConsume(),
                wakeup.fanOut()));
        LabelledGraph own = graph(WorkerMethodConfiguration.protocol(WARM, highest));
        List<String> differences = graphOfTlc(WARM).differences(own);
        run.finish(
                differences.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", own.states()).and("edges", own.edges()),
                null,
                differences.stream().findFirst().orElse(null));
    }

    private static LabelledGraph graphOfTlc(String cfg) throws Exception {
        TlcModel model = TlcManifest.readBelow(Project.root()).models().stream()
                .filter(candidate -> candidate.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
        return RUNNER.graph(model);
    }

    private static LabelledGraph graph(Protocol protocol) {
        HandOver handOver = protocol.variant().exit().handOver();
        Exploration exploration = Explorer.explore(protocol, List.of());
        LabelledGraph graph = new LabelledGraph();
        graph.addInitial(WorkerMethodText.of(protocol.initial(), handOver));
        for (int number = 0; number < exploration.distinct(); number++) {
            ProtocolState state = exploration.graph().state(number);
            String from = WorkerMethodText.of(state, handOver);
            for (Action action : protocol.enabled(state)) {
                graph.addEdge(from, action.text(), WorkerMethodText.of(protocol.step(state, action), handOver));
            }
        }
        return graph;
    }
}
