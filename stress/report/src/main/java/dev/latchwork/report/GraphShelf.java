package dev.latchwork.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The state graphs that the page lets its reader walk through. Immutable.
 *
 * @param entries in the order of their files
 * @param leftOut the graphs for which there was no room, by name
 */
record GraphShelf(List<Entry> entries, List<String> leftOut) {
    private static final String FOLDER = "graphs";

    /**
     * A graph.
     *
     * @param id its name
     * @param title what it is of
     * @param reference the graph with which this one is compared; null if it is the reference's own
     * @param json the whole graph, as docs/trace-format.md describes it
     */
    record Entry(String id, String title, String reference, String json) {}

    /** A line of the page's list. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(String id, String title, String reference, String element) {}

    GraphShelf {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing. */
    static GraphShelf empty() {
        return new GraphShelf(List.of(), List.of());
    }

    /**
     * The graphs of the report's folder, in the order of their files. Those for which {@code room} is too small are named
     * instead.
     *
     * @param room characters of JSON at most
     * @throws UncheckedIOException if one cannot be read
     */
    static GraphShelf read(Path reportFolder, long room) {
        Path folder = reportFolder.resolve(FOLDER);
        if (Files.notExists(folder)) {
            return empty();
        }
        List<Entry> entries = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        long left = room;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String json = Html.json(Files.readString(file)).toString();
                JsonNode graph = Json.reader().readTree(json);
                String id = graph.get("id").asText();
                if (json.length() <= left) {
                    left -= json.length();
                    entries.add(new Entry(
                            id,
                            graph.get("title").asText(),
                            graph.path("reference").textValue(),
                            json));
                } else {
                    leftOut.add(id);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the state graphs cannot be read", e);
        }
        return new GraphShelf(entries, leftOut);
    }

    /** The page's list of what it carries. */
    List<Listed> index() {
        List<Listed> index = new ArrayList<>();
        for (Entry entry : entries) {
            index.add(new Listed(entry.id(), entry.title(), entry.reference(), element(index.size())));
        }
        return index;
    }

    /** Where the page carries the graph with this place in the list. */
    static String element(int place) {
        return "graph-" + place;
    }
}
