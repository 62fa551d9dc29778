package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Every state that the shipped classes reach inside some bounds, and every step between them; or as far as the states are
 * some that are asked for. Complete once explored; used by one thread.
 */
final class CodeGraph {
    /*
     * Overview.
     * 1 What it is: an exhaustive search over the states of a BoundedMethod.
     * 2 Corresponds to: the state graph that TLC computes of the specification.
     * 3 Representation: a state of the classes is the list of choices that leads to it; to come back to a state, the list is
     *   taken again from the start. So every state here was reached by steps that the shipped classes took, and none was
     *   made by hand. A walk goes on from state to state for as long as there is something untried, so that few lists have
     *   to be taken again.
     *     specification:  s --Consume(0)--> s'
     *     code:           n --StepWorker--> n'      text(n) = s, text(n') = s'
     *   The states are finer than the specification's, which does not name where the supervisor stands: several have one
     *   text.
     * 4 Invariants: states that have one key have the same steps. Replay would show otherwise: the path to a state would
     *   lead elsewhere. Every state that is asked for has all its steps once the search is over: there is no limit at which
     *   it stops, so a step that is not among a state's edges was not left untried. The others have none.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: none: one thread.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps: what one step does is seen at its end only.
     */

    /** Stands for a state that is not there. */
    static final int NONE = -1;

    /**
     * A step.
     *
     * @param action the specification's action with its arguments; null if the specification sees nothing of it;
     *     {@link SteppedMethod#CRASH}
     * @param to the state after it, {@link #NONE} after a crash
     */
    record Edge(Choice choice, String action, int to) {
        boolean isCrash() {
            return to == NONE;
        }

        boolean isSupervisors() {
            return choice instanceof Choice.StepSupervisor;
        }
    }

    private static final class State {
        private final int parent;
        private final Choice by;
        private final String text;
        private final Deque<Choice> untried;
        private final List<Edge> edges;

        State(int parent, Choice by, String text, List<Choice> choices) {
            this.parent = parent;
            this.by = by;
            this.text = text;
            this.untried = new ArrayDeque<>(choices);
            this.edges = new ArrayList<>(choices.size());
        }
    }

    /** Looks at each state when it is come to for the first time. */
    @FunctionalInterface
    interface Watcher {
        /** {@code state} is new, and the classes are in it. They are not to be stepped. */
        void comesTo(int state, BoundedMethod method);
    }

    private final Supplier<BoundedMethod> start;
    private final Watcher watcher;
    private final Predicate<String> isAskedFor;
    private final List<State> states = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, String> actions = new HashMap<>();
    private final Deque<Integer> unfinished = new ArrayDeque<>();

    private CodeGraph(Supplier<BoundedMethod> start, Watcher watcher, Predicate<String> isAskedFor) {
        this.start = start;
        this.watcher = watcher;
        this.isAskedFor = isAskedFor;
    }

    /**
     * Explores all.
     *
     * @param start makes the classes in the initial state
     */
    static CodeGraph explore(Supplier<BoundedMethod> start) {
        return explore(start, (state, method) -> {});
    }

    /** The same, and each state is looked at. */
    static CodeGraph explore(Supplier<BoundedMethod> start, Watcher watcher) {
        return new CodeGraph(start, watcher, text -> true).explored();
    }

    /**
     * Explores as far as the states are asked for.
     *
     * @param isAskedFor whether the steps from a state, by its text, are to be taken
     */
    static CodeGraph exploreWithin(Predicate<String> isAskedFor, Supplier<BoundedMethod> start) {
        return new CodeGraph(start, (state, method) -> {}, isAskedFor).explored();
    }

    private CodeGraph explored() {
        numberOf(start.get(), NONE, null);
        while (!unfinished.isEmpty()) {
            walk(unfinished.removeLast());
        }
        return this;
    }

    /** Tries what was not tried yet, on and on, until it comes to a state where everything was. */
    private void walk(int from) {
        if (states.get(from).untried.isEmpty()) {
            return;
        }
        BoundedMethod method = start.get();
        path(from).forEach(method::take);
        int at = from;
        while (at != NONE && !states.get(at).untried.isEmpty()) {
            State state = states.get(at);
            Choice choice = state.untried.removeFirst();
            if (!state.untried.isEmpty()) {
                unfinished.addLast(at);
            }
            String action = method.take(choice);
            boolean crashed = SteppedMethod.CRASH.equals(action);
            Edge edge = new Edge(choice, intern(actions, action), crashed ? NONE : numberOf(method, at, choice));
            state.edges.add(edge);
            at = edge.to();
        }
    }

    private int numberOf(BoundedMethod method, int parent, Choice by) {
        String seen = method.key();
        String key = seen + method.hidden();
        Integer known = numbers.get(key);
        if (known != null) {
            return known;
        }
        String text = texts.computeIfAbsent(seen, unknown -> method.text());
        List<Choice> choices = isAskedFor.test(text) ? method.choices() : List.of();
        states.add(new State(parent, by, intern(actions, text), choices));
        numbers.put(key, states.size() - 1);
        unfinished.addLast(states.size() - 1);
        watcher.comesTo(states.size() - 1, method);
        return states.size() - 1;
    }

    private static String intern(Map<String, String> known, String text) {
        if (text == null) {
            return null;
        }
        String kept = known.putIfAbsent(text, text);
        return kept == null ? text : kept;
    }

    /** Number of states; they are numbered from 0, the initial one. */
    int states() {
        return states.size();
    }

    /** What the state is to the specification. */
    String text(int state) {
        return states.get(state).text;
    }

    /** The steps from a state. */
    List<Edge> edges(int state) {
        return states.get(state).edges;
    }

    /** Choices that lead to the state from the initial one. */
    List<Choice> path(int state) {
        Deque<Choice> path = new ArrayDeque<>();
        for (int at = state; states.get(at).parent != NONE; at = states.get(at).parent) {
            path.addFirst(states.get(at).by);
        }
        return new ArrayList<>(path);
    }

    /** The fewest choices that lead to the state; empty for the initial one. */
    List<Choice> shortestPath(int state) {
        int[] parents = new int[states.size()];
        Arrays.fill(parents, NONE);
        Edge[] by = new Edge[states.size()];
        Deque<Integer> reached = new ArrayDeque<>(List.of(0));
        parents[0] = 0;
        while (parents[state] == NONE) {
            int from = reached.remove();
            for (Edge edge : edges(from)) {
                if (!edge.isCrash() && parents[edge.to()] == NONE) {
                    parents[edge.to()] = from;
                    by[edge.to()] = edge;
                    reached.add(edge.to());
                }
            }
        }
        Deque<Choice> path = new ArrayDeque<>();
        for (int at = state; at != 0; at = parents[at]) {
            path.addFirst(by[at].choice());
        }
        return new ArrayList<>(path);
    }
}
