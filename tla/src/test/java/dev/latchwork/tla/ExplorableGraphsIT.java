package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchwork.verification.Json;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The state graphs that the report's reader may walk through. */
class ExplorableGraphsIT {
    private static final List<ExplorableGraph> FAULTS = List.of(
            new ExplorableGraph("MCWorkerMethod_seedALostWakeup", "fault A: an exiting worker leaves its idle bit set"),
            new ExplorableGraph(
                    "MCWorkerMethod_seedANullLatch", "fault A, two I/Os: a worker chooses one that has left"),
            new ExplorableGraph("MCWorkerMethod_seedBLostWakeup", "fault B: a chosen worker leaves with its wakeup"));

    /**
     * Each fault's graph has its violation, and every step leads to a state of the graph. Kills: a graph that is cut off, and
     * one in which nothing goes wrong.
     */
    @Test
    void graphs_whenWritten_thenEveryStepLeadsSomewhereAndTheFaultIsThere() throws Exception {
        for (ExplorableGraph graph : FAULTS) {
            int states = graph.writeWithin(Project.reportFolder());
            JsonNode written = Json.reader()
                    .readTree(Files.readString(
                            Project.reportFolder().resolve("graphs").resolve(graph.cfg() + ".json")));
            System.out.println(graph.cfg() + ": " + states + " states to walk through");
            assertEquals(states, written.get("states").size());
            assertEquals(states, written.get("steps").size());
            for (JsonNode steps : written.get("steps")) {
                for (int i = 1; i < steps.size(); i += 2) {
                    assertTrue(steps.get(i).asInt() >= 0 && steps.get(i).asInt() < states, graph.cfg());
                }
            }
            assertFalse(written.get("violated").isEmpty(), graph.cfg());
        }
    }
}
