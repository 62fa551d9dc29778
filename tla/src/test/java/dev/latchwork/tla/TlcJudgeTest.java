package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Real runs of TLC, judged against expectations that are right and that are wrong. */
class TlcJudgeTest {
    private static TlcModel held;
    private static TlcModel violated;
    private static TlcRun runOfHeld;
    private static TlcRun runOfViolated;

    @BeforeAll
    static void runTlc() throws IOException, InterruptedException {
        held = model("MCAsyncExecution_small");
        violated = model("MCWorkerMethod_seedALostWakeup");
        TlcRunner runner = runner(TlcBudget.ofSystemProperties());
        runOfHeld = runner.run(held, false);
        runOfViolated = runner.run(violated, false);
    }

    /** A run that is as pinned is held. Kills: a judge that accepts nothing. */
    @Test
    void judge_whenAsPinned_thenHeld() {
        assertEquals(Outcome.HELD, TlcJudge.judge(held, runOfHeld).outcome());
    }

    /** A state too many or too few is no verdict. Kills: a judge that goes by the exit status alone. */
    @Test
    void judge_whenOtherCountPinned_thenBroken() {
        Judgement judgement = TlcJudge.judge(with(held, held.distinct() + 1, held.diameter()), runOfHeld);

        assertEquals(Outcome.BROKEN, judgement.outcome());
        assertTrue(judgement.reason().contains("distinct states " + held.distinct()), judgement.reason());
        assertEquals(
                Outcome.BROKEN,
                TlcJudge.judge(with(held, held.distinct(), held.diameter() - 1), runOfHeld)
                        .outcome());
    }

    /** TLC exits with 0 when it stopped early. Kills: a judge that does not ask for the states left. */
    @Test
    void judge_whenStatesLeft_thenBroken() {
        TlcRun stoppedEarly = edited(runOfHeld, " 0 states left on queue", " 1 states left on queue");

        assertEquals(Outcome.BROKEN, TlcJudge.judge(held, stoppedEarly).outcome());
    }

    /** TLC's own word is needed. Kills: a judge that takes a crash after the statistics for success. */
    @Test
    void judge_whenTlcDoesNotSaySuccess_thenBroken() {
        TlcRun silent = edited(runOfHeld, "STARTMSG 2193", "STARTMSG 2000");

        assertEquals(Outcome.BROKEN, TlcJudge.judge(held, silent).outcome());
    }

    /** A model that was expected to fail and does not is reported as held, so not as expected. Kills: a blind probe. */
    @Test
    void judge_whenNoViolationButOneExpected_thenHeld() {
        TlcModel expectsViolation = new TlcModel(
                held.cfg(),
                held.module(),
                held.subject(),
                Outcome.VIOLATED,
                List.of("TypeOK"),
                false,
                held.phase(),
                1,
                12,
                held.distinct(),
                held.diameter(),
                0,
                "");

        assertEquals(Outcome.HELD, TlcJudge.judge(expectsViolation, runOfHeld).outcome());
    }

    /** The expected violation is one. Kills: a judge that calls every violation broken. */
    @Test
    void judge_whenViolatedAsPinned_thenViolated() {
        assertEquals(Outcome.VIOLATED, TlcJudge.judge(violated, runOfViolated).outcome());
    }

    /** An unexpected violation is a violation, of the property that TLC names. Kills: a verdict on all properties. */
    @Test
    void judge_whenViolatedButHeldExpected_thenViolatedAndTheOthersUnknown() {
        TlcModel expectsHeld = new TlcModel(
                violated.cfg(),
                violated.module(),
                "reference",
                Outcome.HELD,
                List.of("NoLostWakeup", "TypeOK"),
                false,
                violated.phase(),
                1,
                0,
                violated.distinct(),
                violated.diameter(),
                0,
                "");

        Judgement judgement = TlcJudge.judge(expectsHeld, runOfViolated);

        assertEquals(Outcome.VIOLATED, judgement.of("NoLostWakeup"));
        assertEquals(Outcome.UNKNOWN, judgement.of("TypeOK"));
    }

    /** The wrong property, length or count of a violation is no verdict. Kills: a fault that fails for another reason. */
    @Test
    void judge_whenAnotherViolationPinned_thenBroken() {
        TlcModel other = new TlcModel(
                violated.cfg(),
                violated.module(),
                violated.subject(),
                Outcome.VIOLATED,
                List.of("NoNullLatch"),
                true,
                violated.phase(),
                1,
                violated.exit(),
                violated.distinct(),
                violated.diameter(),
                0,
                "");

        assertEquals(Outcome.BROKEN, TlcJudge.judge(other, runOfViolated).outcome());
        assertEquals(
                Outcome.BROKEN,
                TlcJudge.judge(with(violated, violated.distinct(), violated.diameter() + 1), runOfViolated)
                        .outcome());
        assertEquals(
                Outcome.BROKEN,
                TlcJudge.judge(with(violated, violated.distinct() + 1, violated.diameter()), runOfViolated)
                        .outcome());
    }

    /** A configuration that TLC cannot read is no verdict. Kills: a judge that knows success and violation only. */
    @Test
    void judge_whenTlcCannotReadTheModel_thenBroken() throws IOException, InterruptedException {
        TlcModel absent = new TlcModel(
                "MCAsyncExecution_absent",
                held.module(),
                held.subject(),
                Outcome.HELD,
                List.of("TypeOK"),
                false,
                held.phase(),
                1,
                0,
                1,
                1,
                0,
                "");

        TlcRun run = runner(TlcBudget.ofSystemProperties()).run(absent, false);

        assertEquals(Outcome.BROKEN, TlcJudge.judge(absent, run).outcome());
    }

    /** A run that takes too long is ended and leaves the question open. Kills: a build that hangs, and a false held. */
    @Test
    void judge_whenTimeIsOver_thenUnknown() throws IOException, InterruptedException {
        TlcModel large = model("MCWorkerMethod_pool");

        TlcRun run = runner(new TlcBudget(Duration.ofSeconds(1), 512)).run(large, false);

        assertEquals(Outcome.UNKNOWN, TlcJudge.judge(large, run).outcome());
    }

    private static TlcModel model(String cfg) {
        return TlcManifest.readBelow(Project.root()).models().stream()
                .filter(model -> model.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
    }

    private static TlcModel with(TlcModel model, long distinct, int diameter) {
        return new TlcModel(
                model.cfg(),
                model.module(),
                model.subject(),
                model.expected(),
                model.properties(),
                model.mutant(),
                model.phase(),
                model.workers(),
                model.exit(),
                distinct,
                diameter,
                model.seconds(),
                model.comment());
    }

    private static TlcRun edited(TlcRun run, String from, String to) {
        assertTrue(run.lines().stream().anyMatch(line -> line.contains(from)), "nothing to edit");
        return TlcRun.of(new ChildJvm.Ended(
                run.exit(),
                true,
                run.lines().stream().map(line -> line.replace(from, to)).toList()));
    }

    private static TlcRunner runner(TlcBudget budget) {
        return new TlcRunner(Project.specification(), budget, line -> {});
    }
}
