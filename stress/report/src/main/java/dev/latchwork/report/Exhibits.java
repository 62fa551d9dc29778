package dev.latchwork.report;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the page shows besides the verdicts. Immutable.
 *
 * @param traces the traces
 * @param places where the actions of the traces are in the sources
 * @param graphs the state graphs
 * @param baseline an earlier build's findings beside this one's, if one was named
 */
record Exhibits(
        TraceShelf traces,
        Map<String, Map<String, ActionPlaces.Place>> places,
        GraphShelf graphs,
        Optional<Baseline> baseline) {

    /** A page of more than 20 MB takes long to open; the rest is for verdicts and tables. */
    private static final long ROOM_FOR_TRACES = 13_000_000;

    private static final long ROOM_FOR_GRAPHS = 4_000_000;

    Exhibits {
        places = Map.copyOf(places);
    }

    /** Nothing. */
    static Exhibits none() {
        return new Exhibits(TraceShelf.empty(), Map.of(), GraphShelf.empty(), Optional.empty());
    }

    /**
     * What lies in the report's folder.
     *
     * @param root the project's root
     * @param baseline an earlier {@code verification.json}
     * @throws IOException if the baseline cannot be read
     */
    static Exhibits gather(Path reportFolder, Path root, Optional<Path> baseline, Verification verification)
            throws IOException {
        return new Exhibits(
                TraceShelf.read(reportFolder, ROOM_FOR_TRACES),
                ActionPlaces.below(root),
                GraphShelf.read(reportFolder, ROOM_FOR_GRAPHS),
                baseline.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Baseline.compare(baseline.get(), verification.findings())));
    }
}
