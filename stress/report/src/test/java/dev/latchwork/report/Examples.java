package dev.latchwork.report;

import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The traces of the patch's faults that stand in docs/examples, written by TLC's runs. Stateless. */
final class Examples {
    private static final Path FOLDER = Path.of("docs", "examples");

    private Examples() {}

    static List<Timeline> all() throws IOException {
        try (Stream<Path> files = Files.list(Project.ROOT.resolve(FOLDER))) {
            return files.filter(file -> file.toString().endsWith(Timeline.SUFFIX))
                    .sorted()
                    .map(Examples::read)
                    .toList();
        }
    }

    private static Timeline read(Path file) {
        try {
            return Timeline.read(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts them where the report looks for traces. */
    static void copyTo(Path reportFolder) throws IOException {
        copyTo(reportFolder, UnaryOperator.identity());
    }

    /** The same with a mistake in each. */
    static void copyTo(Path reportFolder, UnaryOperator<Timeline> mistake) throws IOException {
        for (Timeline timeline : all()) {
            mistake.apply(timeline).writeWithin(reportFolder);
        }
    }
}
