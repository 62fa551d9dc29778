package dev.latchwork.verification.timeline;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.WholeFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A trace as all sources write it and the report shows it: JSON lines, a header and then the steps. docs/trace-format.md
 * says what each field means. Immutable.
 *
 * @param header what it is of
 * @param steps in an order that their intervals allow
 */
public record Timeline(TimelineHeader header, List<TimelineStep> steps) {
    /** How files of the format end. */
    public static final String SUFFIX = ".jsonl";

    /**
     * Checks that the steps fit together and to the header.
     *
     * @throws IllegalArgumentException if numbers are not consecutive, an actor is none of the header's, a step is within
     *     another actor's, or the header or a step speaks of a step that there is not
     */
    public Timeline {
        steps = List.copyOf(steps);
        Set<String> actors = new HashSet<>(header.actors());
        for (int i = 0; i < steps.size(); i++) {
            TimelineStep step = steps.get(i);
            if (step.step() != steps.get(0).step() + i) {
                throw new IllegalArgumentException("step " + step.step() + " comes after "
                        + steps.get(i - 1).step());
            }
            if (!actors.contains(step.actor())) {
                throw new IllegalArgumentException("step " + step.step() + " is taken by '" + step.actor()
                        + "', which is none of " + header.actors());
            }
            if (step.within() != null) {
                requireStep(steps, step.within());
                String whose = steps.get(step.within() - steps.get(0).step()).actor();
                if (!step.actor().equals(whose)) {
                    throw new IllegalArgumentException(
                            "step " + step.step() + " of '" + step.actor() + "' is within one of '" + whose + "'");
                }
            }
        }
        if (header.bad() != null) {
            requireStep(steps, header.bad().step());
        }
        if (header.order() != null) {
            for (int number : header.order().taken()) {
                requireStep(steps, number);
            }
            for (BadStep rejected : header.order().rejected()) {
                requireStep(steps, rejected.step());
            }
        }
    }

    private static void requireStep(List<TimelineStep> steps, int number) {
        if (steps.isEmpty()
                || number < steps.get(0).step()
                || number > steps.get(steps.size() - 1).step()) {
            throw new IllegalArgumentException("there is no step " + number);
        }
    }

    /**
     * The step with this number.
     *
     * @throws IndexOutOfBoundsException if there is none
     */
    public TimelineStep step(int number) {
        return steps.get(number - steps.get(0).step());
    }

    /** Where the trace of this check lies within the report's folder. */
    public static Path file(Path reportFolder, String checkId) {
        return reportFolder.resolve(Path.of("traces", checkId + SUFFIX));
    }

    /** Writes the trace where the report looks for it, whole or not at all, and says where that is. */
    public Path writeWithin(Path reportFolder) throws IOException {
        return WholeFile.write(file(reportFolder, header.id()), out -> {
            out.write(Json.reader().writeValueAsString(header) + "\n");
            for (TimelineStep step : steps) {
                out.write(Json.reader().writeValueAsString(step) + "\n");
            }
        });
    }

    /**
     * Reads a trace.
     *
     * @throws IOException if it cannot be read, or is none; with the line
     */
    public static Timeline read(Path file) throws IOException {
        int number = 1;
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String first = in.readLine();
            if (first == null) {
                throw new IOException(file.getFileName() + " is empty");
            }
            TimelineHeader header = Json.reader().readValue(first, TimelineHeader.class);
            List<TimelineStep> steps = new ArrayList<>();
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                steps.add(Json.reader().readValue(line, TimelineStep.class));
            }
            return new Timeline(header, steps);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new IOException(file.getFileName() + ", line " + number + ": " + e.getMessage(), e);
        }
    }
}
