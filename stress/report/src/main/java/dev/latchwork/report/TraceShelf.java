package dev.latchwork.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The traces that the page carries, and what it had no room for. Immutable.
 *
 * @param entries what it carries, in the order in which the page offers them
 * @param leftOut what it does not, each with the reason, in words
 */
record TraceShelf(List<Entry> entries, List<String> leftOut) {
    /**
     * A trace of the page.
     *
     * @param header what it is of
     * @param json as {@link EmbeddedTrace} makes it
     */
    record Entry(TimelineHeader header, String json) {}

    /**
     * A line of the page's list.
     *
     * @param id the trace's
     * @param name the id without the source before it
     * @param element where the page carries the trace
     * @param bad what is wrong with it; null if nothing
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Listed(String id, String name, String source, String subject, String element, String bad) {}

    TraceShelf {
        entries = List.copyOf(entries);
        leftOut = List.copyOf(leftOut);
    }

    /** Nothing. */
    static TraceShelf empty() {
        return new TraceShelf(List.of(), List.of());
    }

    /**
     * The traces of the report's folder: first those of faults that the patch had, then the others by id. Those for which
     * {@code room} is too small are named instead.
     *
     * @param room characters of JSON at most
     * @throws UncheckedIOException if the folder cannot be listed
     */
    static TraceShelf read(Path reportFolder, long room) {
        List<Entry> all = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        TraceFolder folder = new TraceFolder(reportFolder);
        for (Path file : folder.files()) {
            try {
                Timeline timeline = folder.read(file);
                all.add(new Entry(timeline.header(), json(EmbeddedTrace.of(timeline))));
            } catch (IOException e) {
                leftOut.add(folder.name(file) + ": " + e.getMessage());
            }
        }
        all.sort(Comparator.comparing((Entry entry) -> !entry.header().subject().startsWith("seed-"))
                .thenComparing(entry -> entry.header().source())
                .thenComparing(entry -> entry.header().subject())
                .thenComparing(entry -> entry.header().id()));
        List<Entry> fitting = new ArrayList<>();
        long left = room;
        for (Entry entry : all) {
            if (entry.json().length() <= left) {
                left -= entry.json().length();
                fitting.add(entry);
            } else {
                leftOut.add(entry.header().id() + ": too long for this page, see " + TraceFolder.NAME + "/"
                        + entry.header().id() + Timeline.SUFFIX);
            }
        }
        return new TraceShelf(fitting, leftOut);
    }

    /** The page's list of what it carries. */
    List<Listed> index() {
        List<Listed> index = new ArrayList<>();
        for (Entry entry : entries) {
            TimelineHeader header = entry.header();
            index.add(new Listed(
                    header.id(),
                    header.id().substring(header.id().indexOf('/') + 1),
                    header.source().word(),
                    header.subject(),
                    element(index.size()),
                    header.bad() == null ? null : header.bad().words()));
        }
        return index;
    }

    /** Where the page carries the trace with this place in the list. */
    static String element(int place) {
        return "trace-" + place;
    }

    /** The value as JSON in the form in which a page carries it, so that its length is the one that counts. */
    static String json(Object value) {
        try {
            return Html.json(Json.reader().writeValueAsString(value)).toString();
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
