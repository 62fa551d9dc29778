package dev.latchwork.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.RecordedTrace;
import dev.latchwork.model.trace.TraceEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TraceFileTest {
    private static final TraceEvent SUBMIT = new TraceEvent(
            RecordedAction.SUBMIT, 3, 2, IoUse.NONE, List.of(IoUse.of(7, 1), IoUse.of(8, 4)), 1, 2, 32, 1 << 31, 5, 5);
    private static final TraceEvent PERFORM =
            new TraceEvent(RecordedAction.PERFORM, 31, -1, IoUse.of(7, 1), List.of(), 0, 0, 0, 0, 6, 9);

    @TempDir
    Path directory;

    /** What was written is read, every column. Kills: a recording that is judged as another one. */
    @Test
    void read_whenWritten_thenTheSame() throws IOException {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        trace.add(SUBMIT);
        trace.add(PERFORM);
        Path file = directory.resolve("run.trace");
        new TraceFile(32, 64, 3, 8, trace.build()).write(file);
        TraceFile read = TraceFile.read(file);
        assertEquals(List.of(32, 64, 3, 8), List.of(read.workers(), read.ringSize(), read.target(), read.sessions()));
        assertEquals(
                List.of(SUBMIT, PERFORM),
                List.of(read.trace().event(0), read.trace().event(1)));
    }

    /** A line that is no event is an error with its number. Kills: a half-read trace. */
    @Test
    void read_whenALineIsBroken_thenSaysWhich() throws IOException {
        RecordedTrace.Builder trace = new RecordedTrace.Builder();
        trace.add(SUBMIT);
        Path file = directory.resolve("run.trace");
        new TraceFile(32, 64, 3, 8, trace.build()).write(file);
        Files.writeString(file, Files.readString(file) + "10\t11\tPerform\t31\n");
        assertTrue(assertThrows(IOException.class, () -> TraceFile.read(file))
                .getMessage()
                .contains("line 4"));
        Files.writeString(file, "something else\n");
        assertThrows(IOException.class, () -> TraceFile.read(file));
    }
}
