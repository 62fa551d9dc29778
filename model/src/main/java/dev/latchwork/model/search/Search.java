package dev.latchwork.model.search;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Visits every reachable state of a transition system, breadth first, and judges every step. A property that was violated
 * once is not looked at again; when all are violated, the search ends. Confined to its thread.
 *
 * @param <S> states
 * @param <A> actions
 */
public final class Search<S, A> {
    /*
     * Overview
     * 1 What it is: an explicit-state model checker for small systems.
     * 2 Corresponds to: TLC's breadth-first search; distinct states, diameter and lengths of counterexamples are to be
     *   equal to TLC's.
     * 3 Representation: states are numbered in the order of discovery, so the queue of states to expand is a range of
     *   numbers, and a level ends where it stood when the level before was done.
     * 4 Invariants: states below the one being expanded are expanded; each state's parent is on the level before.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: liveness only as far as it is a question of states, see stuck and isAcyclic.
     */
    private final TransitionSystem<S, A> system;
    private final List<StepProperty<S>> unbroken;
    private final Map<StepProperty<S>, Behaviour<S, A>> counterexamples = new LinkedHashMap<>();
    private final Map<S, Integer> numbers = new HashMap<>();
    private final List<S> states = new ArrayList<>();
    private final List<Integer> parents = new ArrayList<>();
    private final List<A> actions = new ArrayList<>();
    private long transitions;
    private int diameter;
    private boolean complete;

    private Search(TransitionSystem<S, A> system, List<StepProperty<S>> properties) {
        this.system = system;
        this.unbroken = new ArrayList<>(properties);
    }

    /** Searches {@code system}, looking at {@code properties}. */
    public static <S, A> Search<S, A> through(TransitionSystem<S, A> system, List<StepProperty<S>> properties) {
        Search<S, A> search = new Search<>(system, properties);
        search.run(properties.isEmpty());
        return search;
    }

    private void run(boolean nothingToViolate) {
        S initial = system.initial();
        discover(initial, -1, null);
        judge(initial, initial, 0, null);
        int expanded = 0;
        boolean searching = true;
        while (searching && expanded < states.size()) {
            diameter++;
            int endOfLevel = states.size();
            while (searching && expanded < endOfLevel) {
                expand(expanded++);
                searching = nothingToViolate || !unbroken.isEmpty();
            }
        }
        complete = expanded == states.size();
    }

    private void expand(int number) {
        S state = states.get(number);
        for (A action : system.enabled(state)) {
            transitions++;
            S successor = system.step(state, action);
            if (!numbers.containsKey(successor)) {
                discover(successor, number, action);
            }
            judge(state, successor, number, action);
        }
    }

    private void discover(S state, int parent, A action) {
        numbers.put(state, states.size());
        states.add(state);
        parents.add(parent);
        actions.add(action);
    }

    /** The step's end may be known already, by another way: the counterexample ends with this step all the same. */
    private void judge(S before, S after, int number, A action) {
        for (Iterator<StepProperty<S>> rest = unbroken.iterator(); rest.hasNext(); ) {
            StepProperty<S> property = rest.next();
            if (!property.holds(before, after)) {
                Behaviour<S, A> path = pathTo(number);
                counterexamples.put(property, action == null ? path : extended(path, action, after));
                rest.remove();
            }
        }
    }

    private Behaviour<S, A> extended(Behaviour<S, A> path, A action, S after) {
        List<S> longer = new ArrayList<>(path.states());
        longer.add(after);
        List<A> longerActions = new ArrayList<>(path.actions());
        longerActions.add(action);
        return new Behaviour<>(longer, longerActions);
    }

    /** A shortest behaviour to state {@code number}. */
    public Behaviour<S, A> pathTo(int number) {
        List<S> path = new ArrayList<>();
        List<A> steps = new ArrayList<>();
        for (int at = number; at >= 0; at = parents.get(at)) {
            path.add(states.get(at));
            if (at > 0) {
                steps.add(actions.get(at));
            }
        }
        Collections.reverse(path);
        Collections.reverse(steps);
        return new Behaviour<>(path, steps);
    }

    /** The states that were reached, in the order of their distance from the initial state. Unmodifiable. */
    public List<S> states() {
        return Collections.unmodifiableList(states);
    }

    /** Pairs of a state and an action that can happen in it. */
    public long transitions() {
        return transitions;
    }

    /** Length of the longest of the shortest behaviours, counted in states, as TLC counts it. */
    public int diameter() {
        return diameter;
    }

    /** Whether every reachable state was expanded. */
    public boolean complete() {
        return complete;
    }

    /** For each violated property a shortest behaviour that ends with a step that lacks it. Unmodifiable. */
    public Map<StepProperty<S>, Behaviour<S, A>> counterexamples() {
        return Collections.unmodifiableMap(counterexamples);
    }

    /**
     * A shortest behaviour to a state that is {@code unfinished} and in which no action that {@code mustHappen} can
     * happen: fair behaviours may end there.
     */
    public Optional<Behaviour<S, A>> stuck(Predicate<S> unfinished, BiPredicate<A, S> mustHappen) {
        for (int number = 0; number < states.size(); number++) {
            S state = states.get(number);
            if (unfinished.test(state)
                    && system.enabled(state).stream().noneMatch(action -> mustHappen.test(action, state))) {
                return Optional.of(pathTo(number));
            }
        }
        return Optional.empty();
    }

    /**
     * Whether no behaviour returns to a state that it has left. Then every behaviour ends, and {@link #stuck} decides
     * liveness.
     */
    public boolean isAcyclic() {
        int[] open = new int[states.size()];
        for (S state : states) {
            for (A action : system.enabled(state)) {
                open[numbers.get(system.step(state, action))]++;
            }
        }
        List<Integer> sources = new ArrayList<>();
        for (int number = 0; number < open.length; number++) {
            if (open[number] == 0) {
                sources.add(number);
            }
        }
        for (int done = 0; done < sources.size(); done++) {
            S state = states.get(sources.get(done));
            for (A action : system.enabled(state)) {
                int next = numbers.get(system.step(state, action));
                if (--open[next] == 0) {
                    sources.add(next);
                }
            }
        }
        return sources.size() == states.size();
    }
}
