package dev.latchwork.tla.binding;

import dev.latchwork.tla.binding.CodeGraph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Paths from the initial state that together take every transition of the specification that the classes have. Used by one
 * thread.
 */
final class PathCover {
    /*
     * Overview.
     * 1 What it is: a greedy cover. A path begins with the shortest way to a state with a transition that was not taken, and
     *   goes on to the nearest such state, for as long as there is one nearby.
     * 2 Corresponds to: transition coverage of a model-based test.
     * 3 Representation: a path is the list of its edges. Crashes end a path and are no transition.
     * 4-9: none. The cover is not the smallest; that is a hard problem, and the paths are short enough.
     */

    /** How many states are looked at on the way to the next transition before the path ends. */
    private static final int NEARBY = 400;

    /** A transition of the specification. */
    private record Transition(String from, String action, String to) {}

    private final CodeGraph graph;
    private final Set<Transition> untaken = new HashSet<>();
    private final int[] parents;
    private final Edge[] by;
    /** States in the order of their distance. */
    private final List<Integer> order = new ArrayList<>();

    private final List<List<Edge>> paths = new ArrayList<>();

    private PathCover(CodeGraph graph) {
        this.graph = graph;
        this.parents = new int[graph.states()];
        this.by = new Edge[graph.states()];
    }

    /** The paths. */
    static List<List<Edge>> of(CodeGraph graph) {
        PathCover cover = new PathCover(graph);
        cover.findShortestWays();
        cover.cover();
        return cover.paths;
    }

    private void findShortestWays() {
        Arrays.fill(parents, CodeGraph.NONE);
        Deque<Integer> reached = new ArrayDeque<>(List.of(0));
        parents[0] = 0;
        while (!reached.isEmpty()) {
            int from = reached.remove();
            order.add(from);
            for (Edge edge : graph.edges(from)) {
                if (!edge.isCrash() && parents[edge.to()] == CodeGraph.NONE) {
                    parents[edge.to()] = from;
                    by[edge.to()] = edge;
                    reached.add(edge.to());
                }
                if (isTransition(edge)) {
                    untaken.add(transition(from, edge));
                }
            }
        }
    }

    private void cover() {
        // The farthest first: the way there takes what is near the start.
        Collections.reverse(order);
        for (int state : order) {
            while (untakenFrom(state) != null) {
                List<Edge> path = wayTo(state);
                int at = state;
                while (at != CodeGraph.NONE) {
                    at = extend(path, at);
                }
                paths.add(path);
            }
        }
    }

    /** Takes a transition that was not taken, here or nearby; the state after it, or {@link CodeGraph#NONE}. */
    private int extend(List<Edge> path, int from) {
        List<Edge> way = wayToUntaken(from);
        if (way == null) {
            return CodeGraph.NONE;
        }
        int at = from;
        for (Edge edge : way) {
            take(path, at, edge);
            at = edge.to();
        }
        return at;
    }

    private void take(List<Edge> path, int from, Edge edge) {
        path.add(edge);
        if (isTransition(edge)) {
            untaken.remove(transition(from, edge));
        }
    }

    private List<Edge> wayTo(int state) {
        List<Edge> way = new ArrayList<>();
        for (int at = state; at != 0; at = parents[at]) {
            way.add(by[at]);
        }
        Collections.reverse(way);
        int at = 0;
        for (Edge edge : way) {
            if (isTransition(edge)) {
                untaken.remove(transition(at, edge));
            }
            at = edge.to();
        }
        return way;
    }

    private List<Edge> wayToUntaken(int from) {
        Map<Integer, Integer> cameFrom = new HashMap<>(Map.of(from, from));
        Map<Integer, Edge> cameBy = new HashMap<>();
        Deque<Integer> near = new ArrayDeque<>(List.of(from));
        while (!near.isEmpty() && cameFrom.size() < NEARBY) {
            int at = near.remove();
            Edge last = untakenFrom(at);
            if (last != null) {
                List<Edge> way = new ArrayList<>(List.of(last));
                for (int state = at; state != from; state = cameFrom.get(state)) {
                    way.add(cameBy.get(state));
                }
                Collections.reverse(way);
                return way;
            }
            for (Edge edge : graph.edges(at)) {
                if (!edge.isCrash() && cameFrom.putIfAbsent(edge.to(), at) == null) {
                    cameBy.put(edge.to(), edge);
                    near.add(edge.to());
                }
            }
        }
        return null;
    }

    private Edge untakenFrom(int state) {
        for (Edge edge : graph.edges(state)) {
            if (isTransition(edge) && untaken.contains(transition(state, edge))) {
                return edge;
            }
        }
        return null;
    }

    private static boolean isTransition(Edge edge) {
        return !edge.isCrash() && edge.action() != null;
    }

    private Transition transition(int from, Edge edge) {
        return new Transition(graph.text(from), edge.action(), graph.text(edge.to()));
    }
}
