package dev.latchwork.tla.binding;

import dev.latchwork.tla.binding.CodeGraph.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the choices behind a behaviour of the specification. Stateless. */
final class ActionPath {
    /** A state of the classes after so many of the actions. */
    private record Place(int state, int taken) {}

    private record Arrival(Place from, Choice by) {}

    private ActionPath() {}

    /**
     * The shortest path of the classes that takes these actions in this order, and between them only steps that the
     * specification does not see; empty if there is none.
     *
     * @param actions with their arguments
     */
    static Optional<List<Choice>> of(CodeGraph graph, List<String> actions) {
        Place start = new Place(0, 0);
        Map<Place, Arrival> arrivals = new HashMap<>();
        arrivals.put(start, null);
        Deque<Place> reached = new ArrayDeque<>(List.of(start));
        while (!reached.isEmpty()) {
            Place place = reached.remove();
            if (place.taken() == actions.size()) {
                return Optional.of(choices(arrivals, place));
            }
            for (Edge edge : graph.edges(place.state())) {
                if (edge.isCrash()) {
                    continue;
                }
                if (edge.action() == null || edge.action().equals(actions.get(place.taken()))) {
                    Place next = new Place(edge.to(), place.taken() + (edge.action() == null ? 0 : 1));
                    if (arrivals.putIfAbsent(next, new Arrival(place, edge.choice())) == null && !next.equals(start)) {
                        reached.add(next);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private static List<Choice> choices(Map<Place, Arrival> arrivals, Place last) {
        List<Choice> choices = new ArrayList<>();
        for (Arrival arrival = arrivals.get(last); arrival != null; arrival = arrivals.get(arrival.from())) {
            choices.add(0, arrival.by());
        }
        return choices;
    }
}
