package dev.latchwork.tla.binding;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.LabelledGraph.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
     * 3 Representation: CodeGraph beside TLC's graph, explored as far as its states are the specification's. A step that
     *   the specification does not have leads, mostly, to a state that it does not have: what the classes do from there on
     *   follows from that step, and would hide it under differences of no meaning. So it is not looked at.
     * 4 Invariants, each of which is judged: every state of the classes is one of the specification's, by the text of all
     *   variables. Every step of the classes is an edge there, with the action's name and its arguments, and leads to that
     *   edge's state; or it is a step of the supervisor that changes no variable. Every edge of the specification is a step
     *   of the classes, in every state of the classes that has the edge's text. The supervisor's edges, StartWorker and
     *   RequestShutdown, may come after steps of the supervisor's own that the specification does not see, and after nobody
     *   else's: a supervisor that waits while there is something to do is a missing edge.
     *   Order of what is told: first the steps that the specification does not have, since a mistake does what it should
     *   not in the first place, and what it leaves undone in that state comes of it; states that are not reached last, and
     *   only if nothing else is wrong.
     * 5-8: none.
     * 9 Departures, gaps: an interrupt that finds nobody in the slot is no step in either.
     */

    /** Differences of a kind that are told; there may be more. */
    private static final int SHOWN = 10;

    /** Steps in a row that the supervisor takes at most before it waits again. */
    private static final int SUPERVISOR_POINTS = 4;

    private final LabelledGraph specification;
    private final CodeGraph code;
    private final boolean both;
    private final Map<Kind, List<Difference>> differences = new EnumMap<>(Kind.class);
    private final Map<String, Long> others = new TreeMap<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Long> actions = new TreeMap<>();
    private long transitions;
    private long unseen;
    private long crashes;

    /** How two graphs can differ, in the order in which it is told. */
    enum Kind {
        INITIAL_STATE("the initial state of the classes is none of the specification's"),
        OTHER_STEP("the classes take a step that the specification does not have"),
        UNNAMED_STEP("the classes take a step without a name"),
        MISSING_STEP("the classes do not take a step of the specification"),
        MISSING_STATE("the classes do not reach this state of the specification");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    /**
     * Something that is not equal.
     *
     * @param subject the action with its arguments; blank if it is a state
     * @param where the states, and how to come there
     * @param path the choices to the step that is not equal, or to the state in which one is missing; empty if there are none
     * @param sentence what is not equal, in a sentence
     */
    record Difference(Kind kind, String subject, String where, List<Choice> path, String sentence) {
        Difference {
            path = List.copyOf(path);
        }

        static Difference ofState(Kind kind, String state) {
            return new Difference(kind, "", state, List.of(), kind.words);
        }

        @Override
        public String toString() {
            return kind.words + ':' + (subject.isBlank() ? "" : " " + subject) + '\n' + where;
        }
    }

    /**
     * What came out.
     *
     * @param code the graph of the classes, as far as its states are the specification's
     * @param covered states of the specification that it has
     * @param transitions steps of the classes that are edges of the specification, counted in each state of the classes
     * @param unseen steps of the supervisor that change no variable
     * @param crashes steps that end in SetLatch(NULL)
     * @param actions transitions by action
     * @param others steps of the classes that the specification does not have, all of them, by action
     * @param differences what is not equal, a few of each kind, by kind; empty if all is
     */
    record Outcome(
            CodeGraph code,
            long covered,
            long transitions,
            long unseen,
            long crashes,
            Map<String, Long> actions,
            Map<String, Long> others,
            List<Difference> differences) {
        /** Of the differences that are told first, the one to which the shortest path leads; empty if none does. */
        Optional<Difference> nearest() {
            return differences.stream()
                    .filter(difference -> !difference.path().isEmpty())
                    .filter(difference ->
                            difference.kind() == differences.get(0).kind())
                    .min(Comparator.comparing(difference -> difference.path().size()));
        }
    }

    private StepComparison(LabelledGraph specification, CodeGraph code, boolean both) {
        this.specification = specification;
        this.code = code;
        this.both = both;
    }

    /**
     * Compares all of both.
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
        CodeGraph code = CodeGraph.exploreWithin(specification.allStates()::contains, start);
        StepComparison comparison = new StepComparison(specification, code, both);
        comparison.run();
        return new Outcome(
                code,
                comparison.reached.size(),
                comparison.transitions,
                comparison.unseen,
                comparison.crashes,
                comparison.actions,
                comparison.others,
                comparison.differences.values().stream().flatMap(List::stream).toList());
    }

    private void run() {
        if (!specification.initialStates().equals(Set.of(code.text(0)))) {
            add(Difference.ofState(Kind.INITIAL_STATE, code.text(0)));
        }
        Set<String> known = specification.allStates();
        for (int state = 0; state < code.states(); state++) {
            if (known.contains(code.text(state))) {
                reached.add(code.text(state));
                compare(state);
            }
        }
        if (differences.isEmpty() && both) {
            known.stream()
                    .filter(state -> !reached.contains(state))
                    .limit(SHOWN)
                    .forEach(state -> add(Difference.ofState(Kind.MISSING_STATE, state)));
        }
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
                    others.merge(nameOf(step), 1L, Long::sum);
                    add(Kind.OTHER_STEP, state, step, edge.choice());
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
                add(Kind.MISSING_STEP, state, edge, null);
            }
        }
    }

    private void compareUnseen(int state, CodeGraph.Edge edge) {
        boolean mayBeUnseen = edge.isSupervisors() || edge.choice() instanceof Choice.Interrupt;
        if (!mayBeUnseen || !code.text(edge.to()).equals(code.text(state))) {
            add(Kind.UNNAMED_STEP, state, new Step(edge.choice().toString(), code.text(edge.to())), edge.choice());
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

    /** A step that is not equal; {@code choice} takes it, if the classes do. */
    private void add(Kind kind, int state, Step step, Choice choice) {
        // The texts are long, and a mistake may show in every second state.
        if (differences.getOrDefault(kind, List.of()).size() < SHOWN) {
            String where = "from\n" + code.text(state) + "to\n" + step.to() + "after " + Choice.text(code.path(state));
            List<Choice> path = code.shortestPath(state);
            if (choice != null) {
                path.add(choice);
            }
            add(new Difference(kind, step.action(), where, path, sentence(kind, state, step)));
        }
    }

    private String sentence(Kind kind, int state, Step step) {
        return switch (kind) {
            case OTHER_STEP ->
                StateWords.sentence(
                        step.action(), step.to(), StateWords.ends(specification, code.text(state), step.action()));
            case MISSING_STEP -> "After this step the specification has " + step.action() + ", and the classes do not.";
            default ->
                "A step without a name changes the state: "
                        + String.join("; ", StateWords.differences(step.to(), code.text(state))) + ".";
        };
    }

    private void add(Difference difference) {
        differences
                .computeIfAbsent(difference.kind(), first -> new ArrayList<>())
                .add(difference);
    }
}
