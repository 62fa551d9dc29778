package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.LabelledGraph.Step;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
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
     * 1 What it is: a search over the states of the shipped classes, beside TLC's graph.
     * 2 Corresponds to: the equality of Next with what the code does.
     * 3 Representation: a state of the classes is the list of choices that leads to it; to come back to a state the list is
     *   taken again from the start, but for a walk that goes on for as long as it comes to something new. So every state that is judged was reached by steps that the shipped classes took, and
     *   none was made by hand.
     *     spec:   s --Consume(0)--> s'
     *     code:   n --StepWorker----> n'       text(n) = s, text(n') = s'
     * 4 Invariants: text(n) is a state of the graph; each step of n is an edge of text(n), with the action's name and
     *   arguments, and leads to that edge's state; each edge of text(n) is a step of n. The states of the classes are finer
     *   than those of the specification: it does not name where the supervisor stands. So StartWorker and RequestShutdown
     *   may come after steps of the supervisor that the specification does not see; but only after steps of the supervisor's
     *   own, so that a supervisor that waits while there is something to do is a missing edge.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: none: one thread.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps: what one step does is seen at its end only. Replay on threads and the harnesses of memory order
     *   look inside.
     */

    /** Differences that are told; there may be more. */
    private static final int SHOWN = 10;

    private static final int NONE = -1;
    /** Steps in a row that the supervisor takes at most before it waits again. */
    private static final int SUPERVISOR_POINTS = 4;

    /** A state of the classes. */
    private static final class Node {
        private final int parent;
        private final Choice choice;
        private final String text;
        private final Deque<Choice> untried;
        private final Set<Step> taken = new HashSet<>();
        private final Set<Step> takenBySupervisor = new HashSet<>();
        /** Where the supervisor stands after a step of its own that the specification does not see. */
        private int supervisorStands = NONE;

        /**
         * A state that has just been found.
         *
         * @param parent the state from which it was, by {@code choice}; {@link #NONE} for the initial one
         * @param text what it is to the specification
         */
        Node(int parent, Choice choice, String text, List<Choice> choices) {
            this.parent = parent;
            this.choice = choice;
            this.text = text;
            this.untried = new ArrayDeque<>(choices);
        }
    }

    private final LabelledGraph specification;
    private final Supplier<BoundedMethod> start;
    private final List<Node> nodes = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    /** The graph's own string for each of its states, so that equal texts are kept once. */
    private final Map<String, String> texts = new HashMap<>();

    private final Deque<Integer> unexpanded = new ArrayDeque<>();
    private final List<String> differences = new ArrayList<>();
    private final Set<String> reached = new HashSet<>();
    private final Map<String, Long> actions = new TreeMap<>();
    private long matched;
    private long unseen;
    private long crashes;

    /**
     * What came out.
     *
     * @param states states of the classes
     * @param specificationStates states of the specification that they stand for
     * @param transitions steps of the classes, each an edge of the specification, from different states
     * @param edges edges of the specification
     * @param unseen steps that leave the specification's state as it is: the supervisor finds nothing to do
     * @param crashes steps that end in SetLatch(NULL)
     * @param actions transitions by action
     * @param differences what is not equal, a few of them; empty if all is
     */
    record Outcome(
            long states,
            long specificationStates,
            long transitions,
            long edges,
            long unseen,
            long crashes,
            Map<String, Long> actions,
            List<String> differences) {}

    private StepComparison(LabelledGraph specification, Supplier<BoundedMethod> start) {
        this.specification = specification;
        this.start = start;
        specification.allStates().forEach(state -> texts.put(state, state));
    }

    /**
     * Compares all of both, or until there are more than a few differences.
     *
     * @param start makes the classes in the initial state of the configuration
     */
    static Outcome compare(LabelledGraph specification, Supplier<BoundedMethod> start) {
        StepComparison comparison = new StepComparison(specification, start);
        comparison.run();
        return new Outcome(
                comparison.nodes.size(),
                comparison.reached.size(),
                comparison.matched,
                specification.edges(),
                comparison.unseen,
                comparison.crashes,
                comparison.actions,
                comparison.differences);
    }

    private void run() {
        BoundedMethod first = start.get();
        String text = first.text();
        if (!specification.initialStates().equals(Set.of(text))) {
            differences.add("the initial state of the classes is none of the specification's:\n" + text);
            return;
        }
        numberOf(first, NONE, null);
        while (!unexpanded.isEmpty() && differences.size() < SHOWN) {
            walk(unexpanded.removeLast());
        }
        if (!differences.isEmpty()) {
            return;
        }
        for (int node = 0; node < nodes.size() && differences.size() < SHOWN; node++) {
            compare(node);
        }
        specification.allStates().stream()
                .filter(state -> !reached.contains(state))
                .limit(SHOWN)
                .forEach(state ->
                        differences.add("the classes do not reach this state of the specification:\n" + state));
    }

    /** Tries what was not tried yet, on and on, until it comes to a state where everything was. */
    private void walk(int from) {
        if (nodes.get(from).untried.isEmpty()) {
            return;
        }
        BoundedMethod method = rebuild(from);
        int at = from;
        while (at != NONE && !nodes.get(at).untried.isEmpty() && differences.size() < SHOWN) {
            Choice choice = nodes.get(at).untried.removeFirst();
            if (!nodes.get(at).untried.isEmpty()) {
                unexpanded.addLast(at);
            }
            at = step(at, method, choice);
        }
    }

    /** The state after the step; {@link #NONE} if there is none. */
    private int step(int number, BoundedMethod method, Choice choice) {
        Node node = nodes.get(number);
        String action = method.take(choice);
        if (SteppedMethod.CRASH.equals(action)) {
            crashes++;
            return NONE;
        }
        boolean isSupervisor = choice instanceof Choice.StepSupervisor;
        int next = numberOf(method, number, choice);
        String text = nodes.get(next).text;
        if (action == null) {
            if (!text.equals(node.text) || !(isSupervisor || choice instanceof Choice.Interrupt)) {
                add("the classes take a step without a name", number, choice.toString(), text);
            } else if (isSupervisor) {
                node.supervisorStands = next;
                unseen++;
            }
            return next;
        }
        Step step = new Step(action, text);
        if (!specification.stepsFrom(node.text).contains(step)) {
            add("the classes take a step that the specification does not have", number, action, text);
        }
        if ((isSupervisor ? node.takenBySupervisor : node.taken).add(step)) {
            matched++;
            actions.merge(action.replaceFirst("\\(.*", ""), 1L, Long::sum);
        }
        return next;
    }

    /** Every step of the specification is one of the classes; the supervisor's, perhaps after steps of its own. */
    private void compare(int number) {
        Node node = nodes.get(number);
        Set<Step> bySupervisor = node.takenBySupervisor;
        Node standing = node;
        for (int steps = 0;
                bySupervisor.isEmpty() && standing.supervisorStands != NONE && steps <= SUPERVISOR_POINTS;
                steps++) {
            standing = nodes.get(standing.supervisorStands);
            bySupervisor = standing.takenBySupervisor;
        }
        for (Step edge : specification.stepsFrom(node.text)) {
            if (!node.taken.contains(edge) && !bySupervisor.contains(edge)) {
                add("the classes do not take a step of the specification", number, edge.action(), edge.to());
            }
        }
    }

    private int numberOf(BoundedMethod method, int parent, Choice choice) {
        String key = method.key();
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        String text = method.text();
        String kept = texts.getOrDefault(text, text);
        reached.add(kept);
        nodes.add(new Node(parent, choice, kept, method.choices()));
        numbers.put(key, nodes.size() - 1);
        unexpanded.add(nodes.size() - 1);
        return nodes.size() - 1;
    }

    private BoundedMethod rebuild(int node) {
        BoundedMethod method = start.get();
        path(node).forEach(method::take);
        return method;
    }

    private List<Choice> path(int node) {
        Deque<Choice> path = new ArrayDeque<>();
        for (int at = node; nodes.get(at).parent != NONE; at = nodes.get(at).parent) {
            path.addFirst(nodes.get(at).choice);
        }
        return new ArrayList<>(path);
    }

    private void add(String what, int node, String action, String to) {
        if (differences.size() >= SHOWN) {
            return;
        }
        differences.add(what + ": " + action + "\nfrom\n" + nodes.get(node).text + "to\n" + to + "after " + path(node));
    }
}
