package dev.latchwork.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.protocol.ProtocolActions.ProtocolAction;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where each action of each specification is in PostgreSQL and in the implementation, with the line of today. Stateless. */
final class ActionPlaces {
    static final String WORKER_METHOD = "worker";
    static final String COMPLETION = "completion";
    static final String COMPOSITION = "composition";

    /**
     * The place of an action.
     *
     * @param c the function of PostgreSQL
     * @param java the method, or why there is none
     * @param file the method's source file, relative to the project's root; null if there is none
     * @param line the line of its declaration, from 1; null if there is none
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Place(String c, String java, String file, Integer line) {}

    private ActionPlaces() {}

    /** By specification, then by action, for the sources of the project at {@code root}. */
    static Map<String, Map<String, Place>> below(Path root) {
        SourceLines sources = new SourceLines(root);
        Map<String, Map<String, Place>> places = new LinkedHashMap<>();
        places.put(WORKER_METHOD, places(ProtocolActions.load(), sources));
        places.put(COMPLETION, places(ProtocolActions.ofCompletion(), sources));
        places.put(COMPOSITION, places(ProtocolActions.ofComposition(), sources));
        return places;
    }

    private static Map<String, Place> places(ProtocolActions actions, SourceLines sources) {
        Map<String, Place> places = new LinkedHashMap<>();
        for (ProtocolAction action : actions.actions()) {
            Optional<SourceLines.Line> line = sources.find(action.java());
            places.put(
                    action.action(),
                    new Place(
                            action.c(),
                            action.java(),
                            line.map(SourceLines.Line::file).orElse(null),
                            line.map(SourceLines.Line::number).orElse(null)));
        }
        return places;
    }
}
