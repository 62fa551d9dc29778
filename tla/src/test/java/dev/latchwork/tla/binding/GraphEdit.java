package dev.latchwork.tla.binding;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.LabelledGraph.Step;

/** A graph with one edge less, or one more, than another. */
record GraphEdit(LabelledGraph graph, String from, Step step) {
    /** At the first edge with that action. */
    static GraphEdit of(LabelledGraph graph, String action) {
        return graph.allStates().stream()
                .sorted()
                .flatMap(state -> graph.stepsFrom(state).stream()
                        .filter(step -> step.action().equals(action))
                        .map(step -> new GraphEdit(graph, state, step)))
                .findFirst()
                .orElseThrow();
    }

    LabelledGraph without() {
        return copy(true);
    }

    /** The same action, to the state that it comes from. */
    LabelledGraph withOneMore() {
        LabelledGraph copy = copy(false);
        copy.addEdge(from, step.action(), from);
        return copy;
    }

    private LabelledGraph copy(boolean leaveOut) {
        LabelledGraph copy = new LabelledGraph();
        graph.initialStates().forEach(copy::addInitial);
        for (String state : graph.allStates()) {
            for (Step edge : graph.stepsFrom(state)) {
                if (!(leaveOut && state.equals(from) && edge.equals(step))) {
                    copy.addEdge(state, edge.action(), edge.to());
                }
            }
        }
        return copy;
    }
}
