package dev.latchwork.report;

import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The traces that lie in the report's folder. Immutable.
 *
 * @param report the report's folder
 */
record TraceFolder(Path report) {
    /** Within the report's folder. */
    static final String NAME = "traces";

    /**
     * Every file that should be a trace, by name; none without the folder.
     *
     * @throws UncheckedIOException if the folder cannot be listed
     */
    List<Path> files() {
        Path folder = report.resolve(NAME);
        if (Files.notExists(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(Timeline.SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the traces cannot be listed", e);
        }
    }

    /**
     * Reads one of them.
     *
     * @throws IOException if it is no trace, or that of another check than its name says
     */
    Timeline read(Path file) throws IOException {
        Timeline timeline = Timeline.read(file);
        String id = timeline.header().id();
        if (!Timeline.file(report, id).equals(file)) {
            throw new IOException("it says that it is the trace of " + id);
        }
        return timeline;
    }

    /** How the gate and the page name it. */
    String name(Path file) {
        return report.relativize(file).toString().replace('\\', '/');
    }

    /** A reason to keep the gate shut for each file that cannot be read: what it would show is told by nobody. */
    List<Finding> refused() {
        List<Finding> refused = new ArrayList<>();
        for (Path file : files()) {
            try {
                read(file);
            } catch (IOException e) {
                refused.add(Finding.of(Finding.Reason.UNREADABLE, name(file), name(file) + ": " + e.getMessage()));
            }
        }
        return refused;
    }
}
