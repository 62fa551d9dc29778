package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.ProcessRunner;
import dev.latchwork.aio.worker.StateNotation;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Start;
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import dev.latchwork.tla.graph.LabelledGraph;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * Takes the steps of a worker method that somebody brings: all of them, inside small bounds. Stateless.
 */
public final class SubjectSteps {
    /*
     * Overview.
     * 1 What it is: CodeGraph on other parts than the shipped ones, judged by the invariants or by a variant's graph.
     * 2 Corresponds to: the invariants of WorkerMethod.tla, read off the objects; Next of the variant that is claimed.
     * 3 Representation: three bounds. RESIZE has a pool that shrinks, EXITS interrupts and reopens that fail, THREE a third
     *   worker, whom somebody has to wake.
     * 4 Invariants: none. 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: a part that blocks while nobody else moves blocks the search; whoever calls sees to it
     *   that it ends.
     * 9 Departures, gaps: parts must tell what they remember (WakeupPolicy.memory), or states are taken for one that are two.
     */

    /** The properties that are read off each state, by their names in the specification. */
    public static final List<String> INVARIANTS =
            List.of("NoLostWakeup", "WorkConserving", "Conservation", "NoNullLatch", "Completes");

    private static final Map<String, Bounds> BOUNDS = bounds();

    /** What the search tells states apart by: all that any variant of the specification looks at. */
    private static StateNotation finest(Bounds bounds) {
        return new StateNotation(bounds.workers(), true, true, true, bounds.closes(), false);
    }

    /**
     * What came out.
     *
     * @param states states that the classes came to
     * @param transitions steps between them
     * @param bounds of the search, in words
     * @param violated by property: the shortest path known to a state in which it does not hold
     */
    public record Found(long states, long transitions, String bounds, Map<String, String> violated) {}

    private SubjectSteps() {}

    private static Map<String, Bounds> bounds() {
        Map<String, Bounds> bounds = new LinkedHashMap<>();
        bounds.put(
                "RESIZE",
                Bounds.builder()
                        .workers(2)
                        .ios(2)
                        .ringSize(4)
                        .maxBatch(2)
                        .reloads(1, 1, 2)
                        .build());
        bounds.put(
                "EXITS",
                Bounds.builder()
                        .workers(2)
                        .ios(2)
                        .ringSize(2)
                        .maxBatch(1)
                        .interrupts(1)
                        .reopenFailures(1)
                        .build());
        bounds.put(
                "THREE",
                Bounds.builder()
                        .start(Start.WARM)
                        .workers(3)
                        .ios(3)
                        .ringSize(4)
                        .maxBatch(3)
                        .build());
        return bounds;
    }

    /** Looks for a state in which an invariant does not hold. */
    public static Found judge(Supplier<WorkerSeams> parts) {
        Map<String, List<Choice>> violated = new LinkedHashMap<>();
        long states = 0;
        long transitions = 0;
        for (Bounds bounds : BOUNDS.values()) {
            Map<String, Integer> here = new LinkedHashMap<>();
            CodeGraph graph = CodeGraph.explore(
                    () -> new BoundedMethod(bounds, finest(bounds), parts.get(), ProcessRunner.CALLER),
                    (state, method) -> violatedIn(method).forEach(property -> here.putIfAbsent(property, state)));
            states += graph.states();
            for (int state = 0; state < graph.states(); state++) {
                transitions += graph.edges(state).size();
                for (CodeGraph.Edge edge : graph.edges(state)) {
                    if (edge.isCrash()) {
                        List<Choice> path = new ArrayList<>(graph.path(state));
                        path.add(edge.choice());
                        keepShorter(violated, "NoNullLatch", path);
                    }
                }
            }
            here.forEach((property, state) -> keepShorter(violated, property, graph.path(state)));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        violated.forEach((property, path) -> texts.put(property, Choice.text(path)));
        return new Found(states, transitions, String.join(", ", BOUNDS.keySet()), texts);
    }

    private static void keepShorter(Map<String, List<Choice>> paths, String property, List<Choice> path) {
        paths.merge(property, path, (one, other) -> other.size() < one.size() ? other : one);
    }

    private static List<String> violatedIn(BoundedMethod method) {
        List<String> violated = new ArrayList<>();
        if (method.isWakeupLost()) {
            violated.add("NoLostWakeup");
        }
        if (method.isWorkNotConserved()) {
            violated.add("WorkConserving");
        }
        if (method.misplaced() != null) {
            violated.add("Conservation");
        }
        if (method.leftAtRest() != 0) {
            violated.add("Completes");
        }
        return violated;
    }

    /** Configurations that a claimed variant has for this, by the variant's name. */
    private static final Map<String, List<String>> CONFIGURATIONS = Map.of(
            Variant.REFERENCE.name(),
            List.of("MCWorkerMethod_resize", "MCWorkerMethod_probeTwoPeers"),
            Variant.EXACT.name(),
            List.of("MCWorkerMethod_exactThree"),
            "hand-over-all",
            List.of("MCWorkerMethod_handOverAll"),
            Variant.POSTGRES_18.name(),
            List.of("MCWorkerMethod_seedBLostWakeup"),
            Variant.POSTGRES_19.name(),
            List.of("MCWorkerMethod_postgres19", "MCWorkerMethod_postgres19Three"));

    /** The variants that can be claimed. */
    public static List<String> variants() {
        return CONFIGURATIONS.keySet().stream().sorted().toList();
    }

    /**
     * Compares the steps with those of a variant's graph: the same in every state; or, of a variant that leaves something open
     * (damping, the busy queue), no others.
     *
     * @throws IllegalArgumentException if there is no such variant
     * @throws IOException if TLC cannot compute the graph
     */
    public static Found compare(String variant, Supplier<WorkerSeams> parts) throws IOException, InterruptedException {
        List<String> configurations = CONFIGURATIONS.get(variant);
        if (configurations == null) {
            throw new IllegalArgumentException("\"" + variant + "\" is none of the variants " + variants());
        }
        long states = 0;
        long transitions = 0;
        Map<String, String> violated = new LinkedHashMap<>();
        for (String cfg : configurations) {
            BoundConfiguration configuration = BoundConfiguration.of(cfg);
            Variant decisions = configuration.protocol().variant();
            LabelledGraph graph = configuration.graph();
            Supplier<BoundedMethod> start = () -> configuration.newMethod(parts.get(), ProcessRunner.CALLER);
            StepComparison.Outcome outcome = leavesOpen(decisions)
                    ? StepComparison.compareAllowed(graph, start)
                    : StepComparison.compare(graph, start);
            states += outcome.code().states();
            transitions += outcome.transitions();
            outcome.differences().stream()
                    .findFirst()
                    .ifPresent(first -> violated.putIfAbsent("Steps", first.toString()));
        }
        return new Found(states, transitions, String.join(", ", configurations), violated);
    }

    /** Whether the specification lets the variant take one step or another where the code has made up its mind. */
    public static boolean leavesOpen(Variant variant) {
        return variant.tryLock() || variant.wakeup().accounting() == Wakeups.DAMPED;
    }
}
