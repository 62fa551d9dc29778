package dev.latchwork.report;

import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.List;
import java.util.Map;

/** An interleaving that ends in a hang, as tests of the page want it. Stateless. */
final class HangTrace {
    static final String ID = "lincheck/Hang/M01";

    private HangTrace() {}

    /** Thread 1 waits within two calls, for a lock that thread 2 has, and goes on; then thread 2 waits for ever. */
    static Timeline timeline() {
        List<TimelineStep> steps = List.of(
                TimelineStep.at(1, "await", "thread 1")
                        .withArguments(List.of("7"))
                        .withBegin(1)
                        .withEnd(12)
                        .withResult("true")
                        .build(),
                TimelineStep.at(2, "sleep", "thread 2")
                        .withBegin(2)
                        .withEnd(12)
                        .withHangs(true)
                        .build(),
                TimelineStep.at(3, "latch.park", "thread 1")
                        .withBegin(3)
                        .withEnd(11)
                        .withWithin(1)
                        .withAt("Latch.await(Latch.java:105)")
                        .build(),
                TimelineStep.at(4, "MONITORENTER", "thread 1")
                        .withBegin(4)
                        .withEnd(5)
                        .withWithin(3)
                        .withSleeps(true)
                        .withAt("Latch.park(Latch.java:20)")
                        .build(),
                TimelineStep.at(5, "MONITOREXIT", "thread 1")
                        .withBegin(6)
                        .withEnd(7)
                        .withWithin(3)
                        .withAt("Latch.park(Latch.java:25)")
                        .build(),
                TimelineStep.at(6, "WAIT", "thread 2")
                        .withBegin(8)
                        .withEnd(9)
                        .withWithin(2)
                        .withSleeps(true)
                        .withAt("Parker.park(Parker.java:9)")
                        .build());
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        ID,
                        TimelineSource.LINCHECK,
                        "M01",
                        "nobody sleeps for ever",
                        null,
                        TimelineHeader.TICKETS,
                        List.of("thread 1", "thread 2"),
                        Map.of(),
                        new BadStep(6, "thread 2 waits for ever, to be notified, in sleep()."),
                        null,
                        null,
                        "mvn verify"),
                steps);
    }
}
