package dev.latchwork.lincheck;

import static dev.latchwork.lincheck.Finding.Kind.DEADLOCK;
import static dev.latchwork.lincheck.Finding.Kind.EXCEPTION;
import static dev.latchwork.lincheck.Finding.Kind.LIVELOCK;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.lincheck.mutants.M161_HungOperationsEnd;
import dev.latchwork.lincheck.mutants.M162_BlamesTheOperation;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What Lincheck finds is told by its trace, whatever kind of failure it is: held against Lincheck's own words. */
class FailureTracesTest {
    private static final int INVOCATIONS = 200;

    /** A trace of a hang says which operations never end, where their threads wait, and for what. Kills M161. */
    @Test
    void trace_whenThreadsHang_thenSaysWhoAndWhere() {
        CheckRun right = CheckRun.start("unit/Lincheck.Hang/reference");
        CheckRun wrong = CheckRun.start("unit/Lincheck.Hang/M161");
        List<String> ofRight = new ArrayList<>();
        List<String> ofWrong = new ArrayList<>();
        List<Scenario> scenarios =
                List.of(FailingOperations.deadlock(), FailingOperations.silence(), FailingOperations.livelock());
        for (Scenario scenario : scenarios) {
            Finding finding = find(scenario);
            Timeline timeline = trace(right, finding);
            ofRight.addAll(faultsOfHang(timeline, finding));
            ofWrong.addAll(faultsOfHang(M161_HungOperationsEnd.of(timeline), finding));
        }
        finish(right, ofRight, scenarios.size());
        finish(wrong, ofWrong, scenarios.size());
    }

    /** A trace of an exception goes wrong in the call that threw it, and says what. Kills M162. */
    @Test
    void trace_whenSomethingIsThrown_thenWrongWhereItWas() {
        CheckRun right = CheckRun.start("unit/Lincheck.Exception/reference");
        CheckRun wrong = CheckRun.start("unit/Lincheck.Exception/M162");
        Finding finding = find(FailingOperations.exception());
        Timeline timeline = trace(right, finding);
        finish(right, faultsOfException(timeline, finding), 1);
        finish(wrong, faultsOfException(M162_BlamesTheOperation.of(timeline), finding), 1);
    }

    /** The sentence is the one that a reader can use. Kills: words that only the harness understands. */
    @Test
    void words_whenEachKind_thenTellWhoWaitsForWhat() {
        CheckRun any = CheckRun.start("unit/Lincheck.Hang/reference");
        assertEquals(
                "thread 1 waits for ever, for a lock, in upwards(); thread 2 waits for ever, for a lock, in downwards():"
                        + " every thread that has not ended waits.",
                words(any, FailingOperations.deadlock(), DEADLOCK));
        assertEquals(
                "thread 1 waits for ever, to be notified, in await(): every thread that has not ended waits.",
                words(any, FailingOperations.silence(), DEADLOCK));
        assertEquals(
                "thread 1 goes on in spin(): the threads run, and get nowhere.",
                words(any, FailingOperations.livelock(), LIVELOCK));
        assertEquals(
                "thread 1 threw java.lang.IllegalArgumentException: no such number: -1, in take(-1) > checked > refuse.",
                words(any, FailingOperations.exception(), EXCEPTION));
    }

    /** On real threads there is no interleaving; the operations are told. Kills: a trace that is missing, or another's. */
    @Test
    void trace_whenThreadsAreReal_thenTheOperationsAndWhatWasThrown() {
        Finding finding = LincheckAdapter.stressScenarios(
                        FailingOperations.class,
                        FailingOperations.NothingThrown.class,
                        List.of(FailingOperations.exception()),
                        INVOCATIONS)
                .orElseThrow();
        assertEquals(Optional.empty(), finding.interleaving());
        Timeline timeline = trace(CheckRun.start("unit/Lincheck.Exception/reference"), finding);
        assertEquals(
                "thread 1 threw java.lang.IllegalArgumentException: no such number: -1, in take(-1).",
                timeline.header().bad().words());
        assertEquals("take(-1)", timeline.step(timeline.header().bad().step()).call());
        assertEquals(3, timeline.steps().size());
    }

    private static String words(CheckRun run, Scenario scenario, Finding.Kind kind) {
        Finding finding = find(scenario);
        assertEquals(kind, finding.kind(), finding::report);
        return trace(run, finding).header().bad().words();
    }

    private static Finding find(Scenario scenario) {
        return LincheckAdapter.modelCheckScenarios(
                        FailingOperations.class, FailingOperations.NothingThrown.class, List.of(scenario), INVOCATIONS)
                .orElseThrow();
    }

    private static Timeline trace(CheckRun run, Finding finding) {
        return FailureTrace.of(run.check(), finding).orElseThrow();
    }

    /** Lincheck writes {@code <hung>} behind each operation that never ends. */
    private static List<String> faultsOfHang(Timeline timeline, Finding finding) {
        List<String> faults = new ArrayList<>();
        List<String> hung = Pattern.compile("(\\w+\\([^)]*\\)): <hung>")
                .matcher(finding.report().substring(0, finding.report().indexOf("interleaving leads to")))
                .results()
                .map(match -> match.group(1))
                .sorted()
                .toList();
        assertTrue(!hung.isEmpty(), finding::report);
        List<String> told = timeline.steps().stream()
                .filter(step -> step.hangs() && step.within() == null)
                .map(step -> step.call().contains("(") ? step.call() : step.call() + "()")
                .sorted()
                .toList();
        if (!told.equals(hung)) {
            faults.add("the trace lets " + told + " hang, Lincheck " + hung);
        }
        for (String actor : hanging(timeline)) {
            TimelineStep last = timeline.steps().stream()
                    .filter(step -> step.actor().equals(actor))
                    .reduce((earlier, later) -> later)
                    .orElseThrow();
            if (last.sleeps() != (finding.kind() == DEADLOCK)) {
                faults.add(actor + " is left at step " + last.step() + ", which sleeps: " + last.sleeps());
            }
            if (!timeline.header().bad().words().contains(actor)) {
                faults.add("nothing is said of " + actor);
            }
        }
        return faults;
    }

    private static List<String> hanging(Timeline timeline) {
        return timeline.steps().stream()
                .filter(TimelineStep::hangs)
                .map(TimelineStep::actor)
                .distinct()
                .toList();
    }

    /** The first line of the stack trace in Lincheck's text is where it was thrown. */
    private static List<String> faultsOfException(Timeline timeline, Finding finding) {
        String thrower = Pattern.compile("\\tat (?:[\\w.]+\\.)?(\\w+)\\(")
                .matcher(finding.report())
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow();
        TimelineStep bad = timeline.step(timeline.header().bad().step());
        List<String> faults = new ArrayList<>();
        if (!bad.action().equals(thrower)) {
            faults.add("the bad step is " + bad.call() + ", thrown was in " + thrower);
        }
        if (!timeline.header().bad().words().contains(finding.thrown())) {
            faults.add("it does not say that " + finding.thrown() + " was thrown");
        }
        return faults;
    }

    private static void finish(CheckRun run, List<String> faults, long traces) {
        run.finish(
                faults.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("traces", traces),
                null,
                faults.isEmpty() ? null : faults.get(0));
    }
}
