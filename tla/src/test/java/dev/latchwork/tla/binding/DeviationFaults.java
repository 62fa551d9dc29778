package dev.latchwork.tla.binding;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.timeline.FlatState;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the trace of a deviation tells that the specification's graph contradicts. Stateless. */
final class DeviationFaults {
    private DeviationFaults() {}

    /** Steps before the bad one that the specification does not have, and a bad one that it has. */
    static List<String> of(Timeline timeline, LabelledGraph specification) {
        Map<Map<String, String>, String> states = new LinkedHashMap<>();
        specification
                .allStates()
                .forEach(state ->
                        states.put(FlatState.of(StateWords.variables(state)).entries(), state));
        List<String> faults = new ArrayList<>();
        Map<String, String> state = new LinkedHashMap<>(timeline.header().initial());
        for (TimelineStep step : timeline.steps()) {
            String from = states.get(state);
            step.changes().forEach(change -> state.put(change.what(), change.to()));
            String to = states.get(state);
            boolean isSpecified = from != null
                    && to != null
                    && specification.stepsFrom(from).contains(new LabelledGraph.Step(step.call(), to));
            boolean isBad = step.step() == timeline.header().bad().step();
            if (isSpecified == isBad) {
                faults.add("step " + step.step() + ", " + step.call() + ", is "
                        + (isBad ? "called bad and is the specification's" : "not the specification's"));
            }
        }
        return faults;
    }
}
