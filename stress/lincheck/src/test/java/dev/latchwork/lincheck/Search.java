package dev.latchwork.lincheck;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * A search by Lincheck on behalf of one check of the catalogue, and its verdict. Every search is bounded, none is
 * exhaustive, and the verdict says by what. One search of a JVM runs at a time.
 */
final class Search {
    private static final String CONTROLLED = "controlled scheduler, sequentially consistent";
    private static final String REAL_THREADS = "real threads";

    private final String checkId;
    private final String mode;
    private final String bounds;
    private final Supplier<Judge> judge;
    private final Supplier<Optional<Finding>> body;

    private Search(
            String checkId, String mode, String bounds, Supplier<Judge> judge, Supplier<Optional<Finding>> body) {
        this.checkId = checkId;
        this.mode = mode;
        this.bounds = bounds;
        this.judge = judge;
        this.body = body;
    }

    /** Interleavings of random scenarios, chosen by a controlled scheduler. */
    static Search modelChecking(String checkId, Class<?> operations, Class<?> specification, Bounds bounds) {
        return new Search(
                checkId,
                CONTROLLED,
                bounds.toString(),
                () -> new SpecificationJudge(specification),
                () -> LincheckAdapter.modelCheck(operations, specification, bounds));
    }

    /** Random scenarios on real threads. */
    static Search stress(String checkId, Class<?> operations, Class<?> specification, Bounds bounds) {
        return new Search(
                checkId,
                REAL_THREADS,
                bounds.toString(),
                () -> new SpecificationJudge(specification),
                () -> LincheckAdapter.stress(operations, specification, bounds));
    }

    /** Interleavings of one program that starts and joins its own threads. */
    static Search program(String checkId, Class<? extends Program> program, int invocations) {
        return new Search(
                checkId,
                CONTROLLED,
                "at most " + invocations + " interleavings of one program",
                () -> {
                    throw new IllegalStateException("a program has no results to be judged");
                },
                () -> LincheckAdapter.modelCheckProgram(program, invocations));
    }

    /** Interleavings of given scenarios, each result judged. */
    static Search scenarios(
            String checkId,
            Class<?> operations,
            Class<? extends Judge> judge,
            List<Scenario> scenarios,
            int invocations) {
        return new Search(
                checkId,
                CONTROLLED,
                scenarios.size() + " scenarios, each invoked " + invocations + " times",
                () -> newJudge(judge),
                () -> LincheckAdapter.modelCheckScenarios(operations, judge, scenarios, invocations));
    }

    /** Given scenarios on real threads, each result judged. */
    static Search realScenarios(
            String checkId,
            Class<?> operations,
            Class<? extends Judge> judge,
            List<Scenario> scenarios,
            int invocations) {
        return new Search(
                checkId,
                REAL_THREADS,
                scenarios.size() + " scenarios, each invoked " + invocations + " times",
                () -> newJudge(judge),
                () -> LincheckAdapter.stressScenarios(operations, judge, scenarios, invocations));
    }

    private static Judge newJudge(Class<? extends Judge> judge) {
        try {
            return judge.getConstructor().newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(judge + " cannot be made", e);
        }
    }

    /**
     * Finds nothing in at least {@code floor} invocations.
     *
     * @throws AssertionError if it finds something, or looked at less
     */
    void mustFindNothing(long floor) {
        CheckRun run = CheckRun.start(checkId);
        Optional<Finding> finding = search();
        if (finding.isPresent()) {
            boolean ofTheCode = finding.get().kind() != Finding.Kind.HARNESS_FAILURE;
            finish(run, ofTheCode ? Outcome.VIOLATED : Outcome.BROKEN, finding.get());
        } else if (Invocations.counted() < floor) {
            run.finish(Outcome.UNKNOWN, effort(), null, "fewer invocations than the floor of " + floor);
        } else {
            run.finish(Outcome.HELD, effort());
        }
    }

    /**
     * Finds the mistake in the form that it takes: any other objection of Lincheck's is not a finding of this mistake.
     *
     * @throws AssertionError if it does not
     */
    void mustFind(Finding.Kind expected) {
        mustFind(finding -> finding.kind() == expected);
    }

    /**
     * Finds the mistake by an exception of the shipped code's own, which is there to object to it: any other exception is the
     * harness's, or another mistake's.
     *
     * @param thrown a regular expression for all of the exception's text, its class included
     * @throws AssertionError if it does not
     */
    void mustFindThrown(String thrown) {
        mustFind(finding ->
                finding.kind() == Finding.Kind.EXCEPTION && finding.thrown().matches(thrown));
    }

    private void mustFind(Predicate<Finding> isOfTheMistake) {
        CheckRun run = CheckRun.start(checkId);
        Optional<Finding> finding = search();
        if (finding.isEmpty()) {
            run.finish(Outcome.HELD, effort());
        } else {
            finish(run, isOfTheMistake.test(finding.get()) ? Outcome.VIOLATED : Outcome.BROKEN, finding.get());
        }
    }

    private Optional<Finding> search() {
        Invocations.reset();
        return body.get();
    }

    private void finish(CheckRun run, Outcome outcome, Finding finding) {
        run.finish(outcome, effort(), writeReport(run, finding), finding.inWords());
    }

    private Effort effort() {
        return Effort.of("invocations", Invocations.counted())
                .and("mode", mode)
                .and("bounds", bounds)
                .and("lincheck", LincheckAdapter.version())
                .and("jdk", Runtime.version().toString())
                .and("cores", Runtime.getRuntime().availableProcessors());
    }

    private Path writeReport(CheckRun run, Finding finding) {
        Path folder = Path.of(System.getProperty("latchwork.report.dir"));
        Path file = folder.resolve(Path.of("traces", checkId + ".txt"));
        try {
            Files.createDirectories(file.getParent());
            Optional<Timeline> timeline = timeline(run, finding);
            if (timeline.isPresent()) {
                timeline.get().writeWithin(folder);
            }
            return Files.writeString(file, finding.report());
        } catch (IOException e) {
            throw new UncheckedIOException("the report on check '" + checkId + "' cannot be written", e);
        }
    }

    /** The finding as a trace; empty if Lincheck gave up, and has nothing to tell. */
    private Optional<Timeline> timeline(CheckRun run, Finding finding) {
        if (finding.kind() != Finding.Kind.WRONG_RESULTS) {
            return FailureTrace.of(run.check(), finding);
        }
        Judge judged = judge.get();
        History history = judged.taken(finding.history().orElseThrow());
        return Optional.of(HistoryTimeline.of(run.check(), history, judged.explain(history)));
    }
}
