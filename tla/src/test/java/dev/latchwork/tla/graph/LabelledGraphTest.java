package dev.latchwork.tla.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LabelledGraphTest {
    private static final String A = LabelledGraph.state(Map.of("at", "1", "latch", "TRUE"));
    private static final String B = LabelledGraph.state(Map.of("at", "2", "latch", "TRUE"));

    private static LabelledGraph graph(String action) {
        LabelledGraph graph = new LabelledGraph();
        graph.addInitial(A);
        graph.addEdge(A, action, B);
        graph.addEdge(B, "Return", A);
        return graph;
    }

    /** Kills: graphs that differ by their object. */
    @Test
    void differences_whenEqual_thenNone() {
        assertEquals(List.of(), graph("Go(1)").differences(graph("Go(1)")));
    }

    /** The same states, the same number of edges, another argument. Kills: a comparison by counts or by names. */
    @Test
    void differences_whenAnArgumentDiffers_thenBothStepsAreTold() {
        List<String> differences = graph("Go(1)").differences(graph("Go(2)"));

        assertEquals(2, differences.size(), differences::toString);
        assertEquals(
                "only here: step from\nat = 1\nlatch = TRUE\nby\nStep[action=Go(1), to=at = 2\nlatch = TRUE\n]",
                differences.get(0));
    }

    /** An edge that ends elsewhere. Kills: a comparison of labels only. */
    @Test
    void differences_whenAnEndDiffers_thenToldFromBothSides() {
        LabelledGraph other = graph("Go(1)");
        other.addEdge(A, "Go(1)", A);

        assertEquals(1, graph("Go(1)").differences(other).size());
        assertEquals(1, other.differences(graph("Go(1)")).size());
    }

    /** Kills: another initial state among the same states. */
    @Test
    void differences_whenInitialStatesDiffer_thenTold() {
        LabelledGraph other = graph("Go(1)");
        other.addInitial(B);

        assertEquals(List.of("only there: initial state\n" + B), graph("Go(1)").differences(other));
    }

    /** Kills: a state that is cut at the end of its first line. */
    @Test
    void read_whenWritten_thenTheSame(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("graph.txt");
        try (GraphFile.Writer writer = new GraphFile.Writer(file)) {
            writer.state(A, true);
            writer.edge(0, "MCGo", List.of("1"), 1);
            writer.state(B, false);
            writer.edge(1, "Return", List.of(), 0);
        }

        LabelledGraph read = GraphFile.read(file, name -> name.replaceFirst("MC", ""));

        assertEquals(List.of(), read.differences(graph("Go(1)")));
        assertEquals(2, read.states());
        assertEquals(2, read.edges());
    }
}
