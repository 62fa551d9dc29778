package dev.latchwork.verification.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimelineTest {
    @TempDir
    private Path folder;

    /** What was written is read, field by field. Kills: a field that is not written, or under another name. */
    @Test
    void read_whenWritten_thenTheSame() throws IOException {
        TimelineStep step = TimelineStep.at(2, "Consume", "worker 0")
                .withArguments(List.of("0"))
                .withBegin(3)
                .withEnd(5)
                .withSection(true)
                .withIos(List.of("h3g7"))
                .withOwes(List.of(1, TimelineStep.NULL_LATCH))
                .withSets(1)
                .withSleeps(true)
                .withDepth(0)
                .withIdle(List.of())
                .withResult("7")
                .withChanges(List.of(new TimelineStep.Change("queue", "<<1>>", "<<>>")))
                .build();
        TimelineStep inner = TimelineStep.at(3, "park", "worker 0")
                .withHangs(true)
                .withAt("Latch.await(Latch.java:105)")
                .withWithin(2)
                .build();
        Timeline timeline = new Timeline(header(new BadStep(2, "wrong")), List.of(step, inner));

        assertEquals(timeline, Timeline.read(timeline.writeWithin(folder)));
    }

    /** A trace that contradicts itself is none. Kills: a reader that takes any step for bad, or any actor for one. */
    @Test
    void timeline_whenItContradictsItself_thenRefused() {
        TimelineStep second = TimelineStep.at(2, "Await", "worker 0").build();
        TimelineStep fourth = TimelineStep.at(4, "Await", "worker 0").build();
        TimelineStep stranger = TimelineStep.at(2, "Await", "worker 9").build();

        assertThrows(IllegalArgumentException.class, () -> new Timeline(header(null), List.of(second, fourth)));
        assertThrows(IllegalArgumentException.class, () -> new Timeline(header(null), List.of(stranger)));
        assertThrows(
                IllegalArgumentException.class, () -> new Timeline(header(new BadStep(3, "wrong")), List.of(second)));
        TimelineStep before =
                TimelineStep.at(3, "park", "worker 0").withWithin(1).build();
        TimelineStep anothers =
                TimelineStep.at(3, "park", "worker 1").withWithin(2).build();
        assertThrows(IllegalArgumentException.class, () -> new Timeline(header(null), List.of(second, before)));
        assertThrows(IllegalArgumentException.class, () -> new Timeline(header(null), List.of(second, anothers)));
        assertThrows(
                IllegalArgumentException.class,
                () -> TimelineStep.at(2, "park", "worker 0").withWithin(2).build());
        assertThrows(
                IllegalArgumentException.class,
                () -> TimelineStep.at(2, "park", "worker 0")
                        .withHangs(true)
                        .withResult("1")
                        .build());
    }

    /** A file that is no trace is refused with its line. Kills: a page that silently lacks the end of a trace. */
    @Test
    void read_whenALineIsBroken_thenNamed() throws IOException {
        Path file = new Timeline(
                        header(null),
                        List.of(TimelineStep.at(2, "Await", "worker 0").build()))
                .writeWithin(folder);
        Files.writeString(file, Files.readString(file) + "{\"step\":3,");

        String message =
                assertThrows(IOException.class, () -> Timeline.read(file)).getMessage();
        assertEquals("reference.jsonl, line 3", message.substring(0, message.indexOf(':')));
    }

    private static TimelineHeader header(BadStep bad) {
        return new TimelineHeader(
                TimelineHeader.FORMAT,
                "unit/Timeline/reference",
                TimelineSource.RECORDED,
                "reference",
                "nothing is lost",
                "WorkerMethod",
                TimelineHeader.TICKETS,
                List.of("worker 0", "worker 1"),
                Map.of("queue", "<<1>>"),
                bad,
                null,
                null,
                "mvn test");
    }
}
