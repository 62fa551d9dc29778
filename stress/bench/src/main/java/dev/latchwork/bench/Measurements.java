package dev.latchwork.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchwork.bench.engine.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** All measurements of a run, kept in a file of JSON lines so that a run can be stopped and gone on with. */
final class Measurements {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final List<Measurement> all;

    private Measurements(Path file, List<Measurement> all) {
        this.file = file;
        this.all = all;
    }

    /** What the file has; a file that does not exist has nothing. */
    static Measurements in(Path file) throws IOException {
        List<Measurement> all = new ArrayList<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                all.add(JSON.readValue(line, Measurement.class));
            }
        }
        return new Measurements(file, all);
    }

    void add(Measurement measurement) throws IOException {
        all.add(measurement);
        Files.writeString(
                file,
                JSON.writeValueAsString(measurement) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }

    /** The number of the next round: 1 when there is none yet. */
    int nextRound() {
        return all.stream().mapToInt(Measurement::round).max().orElse(0) + 1;
    }

    List<Panel> panels() {
        return all.stream().map(Measurement::panel).distinct().toList();
    }

    /** One figure over the rounds, if it was measured. */
    Optional<Spread> figure(Panel panel, EngineKind engine, Metric metric) {
        return spread(of(panel, engine).map(one -> one.metrics().get(metric)));
    }

    /** The ratio of one figure to another, taken round by round. */
    Optional<Spread> ratio(Panel panel, EngineKind engine, Panel basePanel, EngineKind base, Metric metric) {
        return spread(of(panel, engine)
                .map(one -> of(basePanel, base)
                        .filter(other -> other.round() == one.round())
                        .findFirst()
                        .map(other -> ratio(one, other, metric))
                        .orElse(null)));
    }

    private static Double ratio(Measurement one, Measurement other, Metric metric) {
        Double above = one.metrics().get(metric);
        Double below = other.metrics().get(metric);
        return above == null || below == null || below == 0 ? null : above / below;
    }

    private Stream<Measurement> of(Panel panel, EngineKind engine) {
        return all.stream().filter(one -> one.panel().equals(panel) && one.engine() == engine);
    }

    private static Optional<Spread> spread(Stream<Double> values) {
        List<Double> known = values.filter(Objects::nonNull).toList();
        return known.isEmpty() ? Optional.empty() : Optional.of(Spread.of(known));
    }
}
