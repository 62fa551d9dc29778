package dev.latchwork.tla.graph;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A graph on its way from one JVM to another: each state once, then edges by the numbers of their states. States are
 * numbered from 0 in the order in which they were written. Not thread-safe.
 */
public final class GraphFile {
    private static final String INITIAL = "initial";
    private static final String STATE = "state";
    private static final String EDGE = "edge";
    private static final String SEPARATOR = "\t";
    /** Stands for the line ends within a state. */
    private static final String LINE_END = "\u0001";

    private GraphFile() {}

    /** Writes a graph, piece by piece. */
    public static final class Writer implements AutoCloseable {
        private final BufferedWriter lines;

        /** Creates the file. */
        public Writer(Path file) throws IOException {
            lines = Files.newBufferedWriter(file);
        }

        /** Writes the next state. */
        public void state(String state, boolean isInitial) throws IOException {
            line(isInitial ? INITIAL : STATE, state.replace("\n", LINE_END));
        }

        /** Writes an edge between two states, which may be written later. */
        public void edge(int from, String action, List<String> arguments, int to) throws IOException {
            String listed = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
            line(EDGE, Integer.toString(from), Integer.toString(to), action, listed);
        }

        private void line(String... parts) throws IOException {
            lines.write(String.join(SEPARATOR, parts));
            lines.newLine();
        }

        @Override
        public void close() throws IOException {
            lines.close();
        }
    }

    /**
     * Reads the whole graph.
     *
     * @param rename the name that an action is to have, by the one that it was written with
     */
    public static LabelledGraph read(Path file, UnaryOperator<String> rename) throws IOException {
        LabelledGraph graph = new LabelledGraph();
        List<String> states = new ArrayList<>();
        List<String[]> edges = new ArrayList<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] parts = line.split(SEPARATOR, -1);
                if (parts[0].equals(EDGE)) {
                    edges.add(parts);
                    continue;
                }
                String state = parts[1].replace(LINE_END, "\n");
                states.add(state);
                if (parts[0].equals(INITIAL)) {
                    graph.addInitial(state);
                }
            }
        }
        for (String[] edge : edges) {
            graph.addEdge(
                    states.get(Integer.parseInt(edge[1])),
                    rename.apply(edge[3]) + edge[4],
                    states.get(Integer.parseInt(edge[2])));
        }
        return graph;
    }
}
