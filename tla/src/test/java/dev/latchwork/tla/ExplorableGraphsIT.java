package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The state graphs that the report's reader may walk through. */
class ExplorableGraphsIT {
    private static final String ONE_IO = "reference-one-io";
    private static final String TWO_IOS = "reference-two-ios";

    /** Each fault's graph has its violation. Kills: a graph that is cut off, and one in which nothing goes wrong. */
    @Test
    void faults_whenWritten_thenTheFaultIsThereAndPartsFromTheReference() throws Exception {
        Map<String, JsonNode> references = new HashMap<>();
        references.put(ONE_IO, reference(ONE_IO, "the reference, one I/O", "MCWorkerMethod_seedALostWakeup"));
        references.put(TWO_IOS, reference(TWO_IOS, "the reference, two I/Os", "MCWorkerMethod_seedANullLatch"));
        for (ExplorableGraph graph : List.of(
                ExplorableGraph.ofFault(
                        "MCWorkerMethod_seedALostWakeup", "fault A: an exiting worker leaves its idle bit set", ONE_IO),
                ExplorableGraph.ofFault(
                        "MCWorkerMethod_seedANullLatch",
                        "fault A, two I/Os: a worker chooses one that has left",
                        TWO_IOS),
                ExplorableGraph.ofFault(
                        "MCWorkerMethod_seedBLostWakeup", "fault B: a chosen worker leaves with its wakeup", ONE_IO))) {
            JsonNode fault = written(graph);
            assertFalse(fault.get("violated").isEmpty(), graph.id());
            assertPart(fault, references.get(fault.get("reference").asText()));
        }
    }

    private static JsonNode reference(String id, String title, String cfg) throws IOException {
        JsonNode reference = written(ExplorableGraph.ofReference(id, title, cfg));
        assertTrue(reference.get("violated").isEmpty(), id + " has no fault");
        assertFalse(reference.has("reference"), id);
        return reference;
    }

    /** What was written of a graph: every step leads to a state of it. */
    private static JsonNode written(ExplorableGraph graph) throws IOException {
        int states = graph.writeWithin(Project.reportFolder());
        JsonNode written = Json.reader()
                .readTree(Files.readString(
                        Project.reportFolder().resolve("graphs").resolve(graph.id() + ".json")));
        System.out.println(graph.id() + ": " + states + " states to walk through");
        assertEquals(states, written.get("states").size());
        assertEquals(states, written.get("steps").size());
        for (JsonNode steps : written.get("steps")) {
            for (int i = 1; i < steps.size(); i += 2) {
                assertTrue(steps.get(i).asInt() >= 0 && steps.get(i).asInt() < states, graph.id());
            }
        }
        return written;
    }

    /**
     * They begin alike, and the fault has states that break an invariant and that the reference does not come to. (It may come
     * to others: whether work is conserved depends on what a worker that leaves is going to do.) Kills: a reference within
     * other bounds, or with other names or values than the fault's graph, which would part from it everywhere.
     */
    private static void assertPart(JsonNode fault, JsonNode reference) {
        String id = fault.get("id").asText();
        assertEquals(fault.get("variables"), reference.get("variables"), id);
        Map<List<String>, Integer> states = new HashMap<>();
        for (int number = 0; number < reference.get("states").size(); number++) {
            states.put(values(reference, number), number);
        }
        assertEquals(0, states.get(values(fault, 0)), id);
        int both = 0;
        int brokenApart = 0;
        for (int number = 0; number < fault.get("states").size(); number++) {
            boolean isOfBoth = states.containsKey(values(fault, number));
            both += isOfBoth ? 1 : 0;
            brokenApart += !isOfBoth && fault.get("violated").has(Integer.toString(number)) ? 1 : 0;
        }
        System.out.println(id + ": " + both + " of its states are the reference's");
        assertTrue(both > 1 && brokenApart > 0, id + ": " + both + ", " + brokenApart);
    }

    private static List<String> values(JsonNode graph, int state) {
        List<String> values = new ArrayList<>();
        graph.get("states")
                .get(state)
                .forEach(value ->
                        values.add(graph.get("values").get(value.asInt()).asText()));
        return values;
    }
}
