package dev.latchwork.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * States of a graph each of which can be reached from each other within the set, or one state in which a behaviour may
 * stay. Confined to its thread.
 */
final class Component {
    /**
     * A transition within the component.
     *
     * @param to number of the state after {@code action}
     */
    private record Edge(Action action, int to) {}

    private final StateGraph graph;
    private final Fairness fairness;
    /** Numbers of the states, ascending. */
    private final int[] members;

    /** @param members numbers of the states, ascending; not copied */
    Component(StateGraph graph, Fairness fairness, int[] members) {
        this.graph = graph;
        this.fairness = fairness;
        this.members = members;
    }

    /** Number of the member that is nearest to the initial state. */
    int entry() {
        return members[0];
    }

    /** Whether {@code predicate} holds in some member. */
    boolean any(Predicate<ProtocolState> predicate) {
        return Arrays.stream(members).anyMatch(number -> predicate.test(graph.state(number)));
    }

    /**
     * Whether a fair behaviour can stay here for ever: each duty is fulfilled by a step within, or cannot be fulfilled in
     * some member. It then can go round through all of these for ever. Weak fairness needs no smaller subset: a duty that
     * fails here fails in each subset.
     */
    boolean isFair() {
        BitSet neglected = new BitSet();
        neglected.set(0, fairness.count());
        for (int number : members) {
            neglected.and(possible(number));
            for (Edge edge : edgesWithin(number)) {
                if (fairness.dutyOf(edge.action()) >= 0) {
                    neglected.clear(fairness.dutyOf(edge.action()));
                }
            }
            if (neglected.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The duties that can be fulfilled, with a change of state, in state {@code number}. */
    private BitSet possible(int number) {
        BitSet duties = new BitSet();
        ProtocolState state = graph.state(number);
        for (Action action : graph.protocol().enabled(state)) {
            int duty = fairness.dutyOf(action);
            if (duty >= 0 && !graph.protocol().step(state, action).equals(state)) {
                duties.set(duty);
            }
        }
        return duties;
    }

    private List<Edge> edgesWithin(int number) {
        List<Edge> edges = new ArrayList<>();
        ProtocolState state = graph.state(number);
        for (Action action : graph.protocol().enabled(state)) {
            int to = graph.numberOf(graph.protocol().step(state, action));
            if (to != number && Arrays.binarySearch(members, to) >= 0) {
                edges.add(new Edge(action, to));
            }
        }
        return edges;
    }

    /**
     * A fair way round from {@link #entry} through a state that satisfies {@code unfinished}; empty when the component is
     * one state.
     */
    List<Step> fairCycle(Predicate<ProtocolState> unfinished) {
        List<Step> cycle = new ArrayList<>();
        if (members.length == 1) {
            return cycle;
        }
        int at = walk(cycle, entry(), edge -> unfinished.test(graph.state(edge.to())));
        for (int duty = 0; duty < fairness.count(); duty++) {
            int wanted = duty;
            at = walk(
                    cycle,
                    at,
                    edge -> fairness.dutyOf(edge.action()) == wanted
                            || !possible(edge.to()).get(wanted));
        }
        if (at != entry()) {
            walk(cycle, at, edge -> edge.to() == entry());
        }
        return cycle;
    }

    /** Appends a shortest walk from {@code from} whose last edge satisfies {@code goal}; returns where it ends. */
    private int walk(List<Step> steps, int from, Predicate<Edge> goal) {
        Map<Integer, List<Step>> walks = new HashMap<>(Map.of(from, List.of()));
        Deque<Integer> frontier = new ArrayDeque<>(List.of(from));
        while (!frontier.isEmpty()) {
            int number = frontier.remove();
            for (Edge edge : edgesWithin(number)) {
                List<Step> walk = new ArrayList<>(walks.get(number));
                walk.add(new Step(edge.action(), graph.state(edge.to())));
                if (goal.test(edge)) {
                    steps.addAll(walk);
                    return edge.to();
                }
                if (walks.putIfAbsent(edge.to(), walk) == null) {
                    frontier.add(edge.to());
                }
            }
        }
        throw new IllegalStateException(
                "the component of " + graph.state(entry()) + " is not strongly connected or fair");
    }
}
