package dev.latchwork.report;

import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A trace of the length of a real run, as tests of the page want it. Stateless. */
final class LongTrace {
    static final String ID = "trace/Long/reference";
    private static final int WORKERS = 8;
    private static final int STEPS_OF_AN_IO = 5;

    private LongTrace() {}

    /** So many steps, each I/O submitted, consumed and performed in turn, with something wrong in the last but tenth. */
    static Timeline of(int count) {
        List<String> actors = new ArrayList<>(List.of("submitter 0"));
        for (int worker = 0; worker < WORKERS; worker++) {
            actors.add("worker " + worker);
        }
        List<TimelineStep> steps = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            steps.add(step(i));
        }
        return new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        ID,
                        TimelineSource.RECORDED,
                        "reference",
                        "a step of the protocol",
                        "WorkerMethod",
                        TimelineHeader.NANOSECONDS,
                        actors,
                        Map.of(),
                        new BadStep(count - 10, "the queue holds 1 after it, recorded: 0"),
                        null,
                        null,
                        "mvn verify"),
                steps);
    }

    private static TimelineStep step(int i) {
        int io = i / STEPS_OF_AN_IO;
        int worker = io % WORKERS;
        String action = List.of("Submit", "SubmitSetLatch", "Await", "Consume", "Perform")
                .get(i % STEPS_OF_AN_IO);
        boolean isSubmitters = i % STEPS_OF_AN_IO < 2;
        TimelineStep.Builder step = TimelineStep.at(i + 1, action, isSubmitters ? "submitter 0" : "worker " + worker)
                .withBegin(1000L * i + 100)
                .withEnd(1000L * i + 400)
                .withSection(action.equals("Submit") || action.equals("Consume"))
                .withIos(List.of("h" + io % 64 + "g" + io / 64))
                .withDepth(i % STEPS_OF_AN_IO < 3 ? 1 : 0)
                .withIdle(List.of(worker, (worker + 1) % WORKERS));
        if (action.equals("Submit")) {
            step.withOwes(List.of(worker));
        }
        return step.withSets(action.equals("SubmitSetLatch") ? worker : null).build();
    }
}
