package dev.latchwork.tla.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.TlcMessage;
import dev.latchwork.tla.TlcRun;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Outputs in the form in which TLC's server writes them, each wrong in one way. {@code DistributedIT} has real ones. */
class DistributedJudgeTest {
    private static final SafetyQuestion QUESTION =
            new SafetyQuestion(model(Outcome.HELD, "TypeOK"), List.of("TypeOK"), List.of());

    /** Kills: a judge that accepts nothing. */
    @Test
    void judge_whenFinishedWithThePinnedStates_thenHeld() {
        assertOutcome(Outcome.HELD, finished(10));
    }

    /** Kills: a judge that does not compare with the run on one machine. */
    @Test
    void judge_whenOtherNumberOfStates_thenBroken() {
        assertOutcome(Outcome.BROKEN, finished(11));
    }

    /** Kills: a judge that does not ask for the states left. */
    @Test
    void judge_whenStatesLeft_thenBroken() {
        assertOutcome(Outcome.BROKEN, run(0, true, false, List.of(success(), statistics(10, 1))));
    }

    /** Kills: a judge that takes a server that ended early for one that found nothing. */
    @Test
    void judge_whenServerSaysNothingAtTheEnd_thenBroken() {
        assertOutcome(Outcome.BROKEN, run(0, true, false, List.of(statistics(10, 0))));
        assertOutcome(Outcome.BROKEN, run(0, true, false, List.of()));
    }

    /** Kills: a judge that goes by the output alone. */
    @Test
    void judge_whenServerFails_thenBroken() {
        assertOutcome(Outcome.BROKEN, run(1, true, false, List.of(success(), statistics(10, 0))));
    }

    /** Kills: a judge that takes what a lost worker had in hand for explored. */
    @Test
    void judge_whenWorkerLost_thenUnknown() {
        assertOutcome(Outcome.UNKNOWN, run(0, true, true, List.of(success(), statistics(10, 0))));
    }

    /** Kills: a judge that takes a server for which no worker came for one that found nothing. */
    @Test
    void judge_whenOutOfTime_thenUnknown() {
        assertOutcome(Outcome.UNKNOWN, run(0, false, false, List.of(success(), statistics(10, 0))));
    }

    /** Kills: a judge that overlooks a counterexample whose invariant nobody names. */
    @Test
    void judge_whenStatesPrintedButNothingViolated_thenBroken() {
        assertOutcome(Outcome.BROKEN, run(0, true, false, List.of(state(1, "Initial"), success(), statistics(10, 0))));
    }

    /** Kills: a judge that reads the statistics first. */
    @Test
    void judge_whenInvariantNamed_thenViolated() {
        assertOutcome(Outcome.VIOLATED, run(0, true, false, List.of(violated("TypeOK"), statistics(10, 0))));
    }

    /** Kills: a fault that is found for another reason. */
    @Test
    void judge_whenAnotherInvariantExpected_thenBroken() {
        SafetyQuestion expectsOther =
                new SafetyQuestion(model(Outcome.VIOLATED, "NoLostWakeup"), List.of("NoLostWakeup"), List.of());

        assertEquals(
                Outcome.BROKEN,
                DistributedJudge.judge(expectsOther, run(0, true, false, List.of(violated("TypeOK"))))
                        .outcome());
    }

    /** TLC's server prints the last step first. Kills: a counterexample that begins in its middle. */
    @Test
    void counterexample_whenLastStepPrintedBefore_thenBeginsWithTheInitialState() {
        DistributedRun run = run(
                0,
                true,
                false,
                List.of(
                        state(1, "Initial"),
                        state(2, "Last"),
                        state(1, "Initial"),
                        state(2, "Next"),
                        state(3, "Last")));

        assertEquals(
                List.of("Initial", "Next", "Last"),
                run.counterexample().states().stream()
                        .map(printed -> printed.action())
                        .toList());
    }

    /** Kills: a bound that is not looked at, or an error that does not name it. */
    @Test
    void settings_whenOutOfRange_thenErrorNamesRange() {
        assertError("the port must be 1 .. 65535, not 0", () -> new Endpoint("localhost", 0));
        assertError("the port must be 1 .. 65535, not 65536", () -> new Endpoint("localhost", 65_536));
        assertError("the host must not be blank", () -> new Endpoint(" ", 1));
        assertError("worker JVMs must be 1 .. 64, not 65", () -> new WorkerSettings("localhost", 65, 1, 64));
        assertError("threads must be 1 .. 64, not 0", () -> new WorkerSettings("localhost", 1, 0, 64));
        assertError(
                "the workers' heap in MiB must be 64 .. 1048576, not 63",
                () -> new WorkerSettings("localhost", 1, 1, 63));
    }

    private static void assertError(String message, Runnable construction) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, construction::run).getMessage());
    }

    /** Kills: a loss that is taken for shown when the run was unknown for want of time, or nobody was lost. */
    @Test
    void lossVerdict_whenUnknownForAnotherReason_thenBroken() {
        assertEquals(Outcome.HELD, lossVerdict(run(0, true, true, List.of())));
        assertEquals(Outcome.BROKEN, lossVerdict(run(0, false, false, List.of(lost()))));
        assertEquals(Outcome.BROKEN, lossVerdict(run(0, false, false, List.of())));
    }

    /** A run that went on is one that came to its end. Kills: a mistake that any failure of the server would show. */
    @Test
    void lossVerdict_whenLossIsOverlooked_thenViolatedOnlyIfFinished() {
        assertEquals(Outcome.VIOLATED, lossVerdict(run(0, true, false, List.of(lost(), success(), statistics(10, 0)))));
        assertEquals(Outcome.VIOLATED, lossVerdict(run(0, true, false, List.of(lost(), success(), statistics(9, 0)))));
        assertEquals(Outcome.BROKEN, lossVerdict(run(0, true, false, List.of(lost(), success(), statistics(10, 1)))));
        assertEquals(Outcome.BROKEN, lossVerdict(run(1, true, false, List.of(lost(), success(), statistics(10, 0)))));
        assertEquals(Outcome.BROKEN, lossVerdict(finished(10)));
    }

    private static Outcome lossVerdict(DistributedRun run) {
        return LossVerdict.of(QUESTION, run).outcome();
    }

    private static String lost() {
        return message(TlcMessage.WORKER_LOST, "A worker was lost.");
    }

    private static void assertOutcome(Outcome expected, DistributedRun run) {
        assertEquals(expected, DistributedJudge.judge(QUESTION, run).outcome());
        assertTrue(!DistributedJudge.judge(QUESTION, run).reason().isBlank());
    }

    static DistributedRun finished(long distinct) {
        return run(0, true, false, List.of(success(), statistics(distinct, 0)));
    }

    private static DistributedRun run(int exit, boolean withinLimit, boolean lost, List<String> messages) {
        List<String> lines = new ArrayList<>();
        messages.forEach(message -> lines.addAll(message.lines().toList()));
        return new DistributedRun(TlcRun.of(exit, withinLimit, lines), lost);
    }

    private static String success() {
        return message(2193, "Model checking completed. No error has been found.");
    }

    private static String statistics(long distinct, long left) {
        return message(
                2199,
                "99 states generated, " + distinct + " distinct states found, " + left + " states left on queue.");
    }

    private static String violated(String invariant) {
        return message(2110, "Invariant " + invariant + " is violated.");
    }

    private static String state(int number, String action) {
        return message(2217, number + ": <" + action + " predicate>\n/\\ x = " + number);
    }

    private static String message(int code, String text) {
        return "@!@!@STARTMSG " + code + ":0 @!@!@\n" + text + "\n@!@!@ENDMSG " + code + " @!@!@";
    }

    private static TlcModel model(Outcome expected, String property) {
        return new TlcModel(
                "MC_x", "MC", "reference", expected, List.of(property), false, Phase.VERIFY, 1, 0, 10, 5, 0, "");
    }
}
