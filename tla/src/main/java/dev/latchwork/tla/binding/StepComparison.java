package dev.latchwork.tla.binding;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.LabelledGraph.Step;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Compares the steps of the shipped classes with a state graph of the specification: in every state that either has, every
 * step. Used by one thread.
 */
final class StepComparison {
    /*
     * Overview.
     * 1 What it is: the equality of two graphs, one of which is finer.
     * 2 Corresponds to: "Next is what the code does".
     * 3 Representation: CodeGraph beside TLC's graph.
     * 4 Invariants, each of which is judged: every state of the classes is one of the specification's, by the text of all
     *   variables. Every step of the classes is an edge there, with the action's name and its arguments, and leads to that
     *   edge's state; or it is a step of the supervisor that changes no variable. Every edge of the specification is a step
     *   of the classes, in every state of the classes that has the edge's text. The supervisor's edges, StartWorker and
     *   RequestShutdown, may come after steps of the supervisor's own that the specification does not see, and after nobody
     *   else's: a supervisor that waits while there is something to do is a missing edge.
     * 5-8: none.
     * 9 Departures, gaps: an interrupt that finds nobody in the slot is no step in either.
     */

    /** Differences that are told; there may be more. */
    private static final int SHOWN = 10;

    /** Steps in a row that the supervisor takes at most before it waits again. */
    private static final int SUPERVISOR_POINTS = 4;

    private final LabelledGraph specification;
    private final CodeGraph code;
    private final boolean both;
    private final List<String> differences = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Long> actions = new TreeMap<>();
    private long transitions;
    private long unseen;
    private long crashes;

    /**
     * What came out.
     *
     * @param code the graph of the classes; not complete if there are differences
     * @param covered states of the specification that it has
     * @param transitions steps of the classes that are edges of the specification, counted in each state of the classes
     * @param unseen steps of the supervisor that change no variable
     * @param crashes steps that end in SetLatch(NULL)
     * @param actions transitions by action
     * @param differences what is not equal, a few of them; empty if all is
     */
    record Outcome(
            CodeGraph code,
            long covered,
            long transitions,
            long unseen,
            long crashes,
            Map<String, Long> actions,
            List<String> differences) {}

    private StepComparison(LabelledGraph specification, CodeGraph code, boolean both) {
        this.specification = specification;
        this.code = code;
        this.both = both;
    }

    /**
     * Compares all of both, or until there are more than a few differences.
     *
     * @param start makes the classes in the initial state of the configuration
     */
    static Outcome compare(LabelledGraph specification, Supplier<BoundedMethod> start) {
        return compare(specification, start, true);
    }

    /**
     * Compares one way: the classes take no other steps than the specification, and may leave some of its steps out, because
     * they settle what it leaves open.
     */
    static Outcome compareAllowed(LabelledGraph specification, Supplier<BoundedMethod> start) {
        return compare(specification, start, false);
    }

    private static Outcome compare(LabelledGraph specification, Supplier<BoundedMethod> start, boolean both) {
        CodeGraph code = CodeGraph.explore(
                start,
                (text, edge) -> edge.isCrash()
                        || edge.action() == null
                        || specification.stepsFrom(text).stream()
                                .anyMatch(step -> step.action().equals(edge.action())),
                SHOWN);
        StepComparison comparison = new StepComparison(specification, code, both);
        comparison.run();
        return new Outcome(
                code,
                comparison.reached.size(),
                comparison.transitions,
                comparison.unseen,
                comparison.crashes,
                comparison.actions,
                comparison.differences);
    }

    private void run() {
        if (!specification.initialStates().equals(Set.of(code.text(0)))) {
            differences.add("the initial state of the classes is none of the specification's:\n" + code.text(0));
        }
        for (int state = 0; state < code.states() && differences.size() < SHOWN; state++) {
            reached.add(code.text(state));
            compare(state);
        }
        if (!differences.isEmpty() || !both) {
            return;
        }
        specification.allStates().stream()
                .filter(state -> !reached.contains(state))
                .limit(SHOWN)
                .forEach(state ->
                        differences.add("the classes do not reach this state of the specification:\n" + state));
    }

    private void compare(int state) {
        Set<Step> edges = specification.stepsFrom(code.text(state));
        Set<Step> taken = new HashSet<>();
        for (CodeGraph.Edge edge : code.edges(state)) {
            if (edge.isCrash()) {
                crashes++;
            } else if (edge.action() == null) {
                compareUnseen(state, edge);
            } else {
                Step step = new Step(edge.action(), code.text(edge.to()));
                if (!edges.contains(step)) {
                    add("the classes take a step that the specification does not have", state, step);
                } else if (taken.add(step)) {
                    transitions++;
                    actions.merge(nameOf(step), 1L, Long::sum);
                }
            }
        }
        if (!both) {
            return;
        }
        taken.addAll(supervisorsLater(state));
        for (Step edge : edges) {
            if (!taken.contains(edge)) {
                add("the classes do not take a step of the specification", state, edge);
            }
        }
    }

    private void compareUnseen(int state, CodeGraph.Edge edge) {
        boolean mayBeUnseen = edge.isSupervisors() || edge.choice() instanceof Choice.Interrupt;
        if (!mayBeUnseen || !code.text(edge.to()).equals(code.text(state))) {
            add(
                    "the classes take a step without a name",
                    state,
                    new Step(edge.choice().toString(), code.text(edge.to())));
        }
        unseen += edge.isSupervisors() ? 1 : 0;
    }

    /** What the supervisor does after steps of its own that nobody sees. */
    private Set<Step> supervisorsLater(int state) {
        Set<Step> acts = new HashSet<>();
        int at = state;
        for (int steps = 0; acts.isEmpty() && at != CodeGraph.NONE && steps <= SUPERVISOR_POINTS; steps++) {
            int stands = CodeGraph.NONE;
            for (CodeGraph.Edge edge : code.edges(at)) {
                if (edge.isSupervisors() && edge.action() != null) {
                    acts.add(new Step(edge.action(), code.text(edge.to())));
                } else if (edge.isSupervisors()) {
                    stands = edge.to();
                }
            }
            at = stands;
        }
        return acts;
    }

    private static String nameOf(Step step) {
        int arguments = step.action().indexOf('(');
        return arguments < 0 ? step.action() : step.action().substring(0, arguments);
    }

    private void add(String what, int state, Step step) {
        if (differences.size() < SHOWN) {
            differences.add(what + ": " + step.action() + "\nfrom\n" + code.text(state) + "to\n" + step.to() + "after "
                    + Choice.text(code.path(state)));
        }
    }
}
