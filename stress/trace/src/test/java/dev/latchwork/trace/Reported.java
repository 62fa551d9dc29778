package dev.latchwork.trace;

import dev.latchwork.verification.CoverageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the recorded runs reached, for the report: the field {@code coverage.runs}. */
final class Reported {
    private static final String RUNS = "runs";

    private Reported() {}

    static Path folder() {
        String folder = System.getProperty("latchwork.report.dir");
        if (folder == null) {
            throw new IllegalStateException("the system property latchwork.report.dir is not set; Maven sets it");
        }
        return Path.of(folder);
    }

    /** Adds entries to what other tests have written. */
    @SuppressWarnings("unchecked")
    static synchronized void add(Map<String, Object> entries) throws IOException {
        CoverageFolder folder = CoverageFolder.within(folder());
        Map<String, Object> runs =
                new LinkedHashMap<>((Map<String, Object>) folder.read().getOrDefault(RUNS, Map.of()));
        runs.putAll(entries);
        folder.write(RUNS, runs);
    }

    /** Names the abstract states that were not seen, one a line. */
    static void nameUnreached(List<String> states) throws IOException {
        Path folder = Files.createDirectories(CoverageFolder.within(folder()).path());
        Files.write(folder.resolve("unreached-states.txt"), states);
    }
}
