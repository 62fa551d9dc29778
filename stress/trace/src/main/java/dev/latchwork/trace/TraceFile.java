package dev.latchwork.trace;

import dev.latchwork.model.Variant;
import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.RecordedTrace;
import dev.latchwork.model.trace.ReplayState;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.TraceEvent;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A recorded run as a text file, so that it can be looked at and judged again. The first line names the bounds, the second the
 * columns; then a line for each event, in the order of their ends, with tabs between the columns.
 *
 * @param workers slots of the registry
 * @param ringSize slots of the ring
 * @param target the pool's size at the start
 * @param sessions sessions have numbers below this one
 * @param trace the events
 */
public record TraceFile(int workers, int ringSize, int target, int sessions, RecordedTrace trace) {
    private static final String COLUMNS = "begin\tend\taction\tactor\targument\tio\towed\tdepth\trunning\tidle\tbatch";
    private static final String BOUNDS = "latchwork-trace 1: workers %d ring %d target %d sessions %d";

    /** The file of a run. */
    static TraceFile of(RecordedRun run) {
        ReplayState start = run.start(new TraceCoverage());
        return new TraceFile(
                start.workers(), start.ringSize(), start.target(), run.plan().sessions(), run.trace());
    }

    /** The protocol's state before the first event. */
    public ReplayState start(TraceCoverage coverage) {
        return new ReplayState(Variant.REFERENCE, workers, ringSize, target, coverage);
    }

    /** Writes the file. */
    public void write(Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(BOUNDS.formatted(workers, ringSize, target, sessions) + "\n" + COLUMNS + "\n");
            for (int i = 0; i < trace.size(); i++) {
                out.write(line(trace.event(i)) + "\n");
            }
        }
    }

    private static String line(TraceEvent event) {
        return event.begin() + "\t" + event.end() + "\t" + event.action() + "\t" + event.actor() + "\t"
                + event.argument() + "\t" + IoUse.text(event.io()) + "\t" + event.owed() + "\t" + event.depth() + "\t"
                + event.running() + "\t" + Integer.toHexString(event.idle()) + "\t"
                + event.batch().stream().map(IoUse::text).collect(Collectors.joining(" "));
    }

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read, or is no trace; with the line
     */
    public static TraceFile read(Path file) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(file)) {
            String bounds = in.readLine();
            String columns = in.readLine();
            String pattern = BOUNDS.replace("%d", "(\\d+)");
            if (bounds == null || !bounds.matches(pattern) || !COLUMNS.equals(columns)) {
                throw new IOException(file + " is no trace: it begins with \"" + bounds + "\"");
            }
            int[] numbers = Arrays.stream(bounds.substring(bounds.indexOf(':')).split("\\D+"))
                    .filter(number -> !number.isEmpty())
                    .mapToInt(Integer::parseInt)
                    .toArray();
            return new TraceFile(numbers[0], numbers[1], numbers[2], numbers[3], readEvents(file, in));
        }
    }

    private static RecordedTrace readEvents(Path file, BufferedReader in) throws IOException {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        int line = 2;
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            line++;
            try {
                trace.add(event(text.split("\t", -1)));
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                throw new IOException(file + ", line " + line + ": " + e.getMessage(), e);
            }
        }
        return trace.build();
    }

    private static TraceEvent event(String[] columns) {
        return new TraceEvent(
                RecordedAction.ofLabel(columns[2]),
                Integer.parseInt(columns[3]),
                Integer.parseInt(columns[4]),
                io(columns[5]),
                columns[10].isEmpty()
                        ? List.of()
                        : Arrays.stream(columns[10].split(" "))
                                .map(TraceFile::io)
                                .toList(),
                Integer.parseInt(columns[6]),
                Integer.parseInt(columns[7]),
                Integer.parseInt(columns[8]),
                Integer.parseUnsignedInt(columns[9], 16),
                Integer.parseInt(columns[0]),
                Integer.parseInt(columns[1]));
    }

    private static long io(String text) {
        if (text.equals("none")) {
            return IoUse.NONE;
        }
        int dot = text.indexOf('.');
        return IoUse.of(Integer.parseInt(text.substring(0, dot)), Long.parseLong(text.substring(dot + 1)));
    }
}
