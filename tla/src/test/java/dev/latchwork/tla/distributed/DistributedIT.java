package dev.latchwork.tla.distributed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.CounterexampleTable;
import dev.latchwork.tla.ProtocolActions;
import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.tla.TlcBudget;
import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.tla.TlcRunner;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** TLC on two worker JVMs of this machine. */
class DistributedIT {
    private static final Path ROOT = Path.of(System.getProperty("latchwork.root"));
    private static final Path REPORT = Path.of(System.getProperty("latchwork.report.dir"));
    private static final SpecificationFolder SPECIFICATION = SpecificationFolder.below(ROOT);
    private static final Duration LIMIT = Duration.ofMinutes(5);
    private static final WorkerSettings TWO_JVMS = new WorkerSettings("localhost", 2, 1, 256);

    /** Nothing that a test started is left. Kills: a server or worker that outlives its run. */
    @AfterEach
    void noProcessIsLeft() {
        assertEquals(
                List.of(),
                ProcessHandle.current()
                        .descendants()
                        .filter(ProcessHandle::isAlive)
                        .map(ProcessHandle::pid)
                        .toList());
    }

    /**
     * Two worker JVMs, started by the command for another machine, find exactly the pinned states, and both take part.
     * Kills: a worker that only watches; states lost between the JVMs.
     */
    @Test
    void run_whenReference_thenStatesAsPinned() throws Exception {
        CheckRun check = CheckRun.start("tlc/Distributed/SameStates/reference");
        SafetyQuestion question = SafetyQuestion.of(SPECIFICATION, model("MCWorkerMethod_exits"), true);
        Endpoint endpoint = Endpoint.free();
        List<CompletableFuture<Integer>> workers = new ArrayList<>();

        DistributedRun run = runner(endpoint, line -> {}).run(question, () -> workers.add(startWorkers(endpoint)));

        Judgement judgement = DistributedJudge.judge(question, run);
        check.finish(judgement.outcome(), states(run), null, judgement.reason());
        assertEquals(2, run.shares().size());
        assertTrue(run.shares().stream().allMatch(share -> share > 0), "states given: " + run.shares());
        assertEquals(DistributedTlc.AS_EXPECTED, workers.get(0).get(LIMIT.toSeconds(), TimeUnit.SECONDS));
    }

    /**
     * Fault B is found, named, and shown from the first state on. TLC's own server exits with 0 then, names nothing and
     * shows one step. Kills: a judge that goes by the exit status, which is the second verdict here.
     */
    @Test
    void run_whenFaultB_thenNoLostWakeupIsViolated() throws Exception {
        CheckRun check = CheckRun.start("tlc/Distributed/NoLostWakeup/seed-B");
        CheckRun byExitStatus = CheckRun.start("tlc/Distributed/NotHeld/judge-by-exit-status");
        TlcModel model = model("MCWorkerMethod_seedBLostWakeup");
        SafetyQuestion question = SafetyQuestion.of(SPECIFICATION, model, false);

        DistributedRun run = runner(Endpoint.free(), line -> {}).runWith(TWO_JVMS, question);

        Judgement judgement = DistributedJudge.judge(question, run);
        check.finish(judgement.outcome(), states(run), witness(model, run, judgement), judgement.reason());
        boolean heldByExitStatus = run.tlc().withinLimit() && run.tlc().exit() == 0;
        boolean calledHeldThoughViolated = heldByExitStatus && judgement.outcome() == Outcome.VIOLATED;
        byExitStatus.finish(
                calledHeldThoughViolated ? Outcome.VIOLATED : Outcome.HELD,
                states(run),
                null,
                "exit status " + run.tlc().exit() + "; the judge: " + judgement.reason());
    }

    /**
     * A model is refused exactly when it has temporal properties, and the error names it and them. Kills: a refusal by
     * name, or of everything, or of nothing.
     */
    @Test
    void question_whenTemporalProperties_thenRefused() throws IOException {
        CheckRun check = CheckRun.start("tlc/Distributed/Refusal/reference");
        List<String> wrong = new ArrayList<>();
        int refused = 0;
        for (TlcModel model : TlcManifest.readBelow(ROOT).models()) {
            String text = SPECIFICATION.readConfiguration(model.cfg());
            boolean temporal = text.contains("PROPERT");
            try {
                SafetyQuestion.of(SPECIFICATION, model, false);
                if (temporal) {
                    wrong.add(model.cfg() + " is not refused");
                }
            } catch (IllegalArgumentException e) {
                refused++;
                boolean named = e.getMessage().contains(model.cfg())
                        && text.substring(text.indexOf("PROPERT"))
                                .lines()
                                .skip(1)
                                .takeWhile(line -> line.startsWith(" "))
                                .allMatch(line -> e.getMessage().contains(line.strip()));
                if (!temporal || !named) {
                    wrong.add(model.cfg() + ": " + e.getMessage());
                }
            }
        }
        check.finish(
                wrong.isEmpty() ? Outcome.HELD : Outcome.VIOLATED, Effort.of("refused", refused), null, wrong + "");
    }

    /** With the caller's consent they are left out, and the verdict says which. Kills: a "held" for the whole model. */
    @Test
    void judge_whenTemporalPropertiesLeftOut_thenVerdictNamesThem() throws IOException {
        SafetyQuestion question = SafetyQuestion.of(SPECIFICATION, model("MCWorkerMethod_small"), true);

        assertEquals(List.of("RefinesAsyncExecution"), question.notChecked());
        assertTrue(DistributedJudge.judge(question, DistributedJudgeTest.finished(1123))
                .reason()
                .endsWith("not checked: RefinesAsyncExecution"));
    }

    /**
     * What the refusal is for: fault B never completes, and distributed TLC, asked with {@code PROPERTIES Completes},
     * reports success, status 0, no state left, and the pinned number of states. Kills: a program that does not refuse.
     */
    @Test
    void run_whenNotRefused_thenViolationIsOverlooked() throws IOException {
        CheckRun check = CheckRun.start("tlc/Distributed/Refusal/never-refuses");
        TlcModel model = model("MCWorkerMethod_seedBCompletes");
        SafetyQuestion notRefused = new SafetyQuestion(model, List.of(), List.of());

        DistributedRun run = runner(Endpoint.free(), line -> {}).runWith(TWO_JVMS, notRefused);

        boolean overlooked = DistributedJudge.judge(notRefused, run).outcome() == Outcome.HELD
                && run.tlc().distinct().orElse(0) == model.distinct();
        check.finish(
                overlooked ? Outcome.VIOLATED : Outcome.HELD,
                states(run),
                null,
                "distributed TLC calls a violated model held: " + run.tlc().distinct() + " distinct states");
    }

    /** A run that loses a worker ends at once and is unknown. Kills: a run that waits for ever, or says held. */
    @Test
    void run_whenWorkerIsKilled_thenUnknown() throws IOException {
        CheckRun check = CheckRun.start("tlc/Distributed/LostWorker/reference");
        SafetyQuestion question = SafetyQuestion.of(SPECIFICATION, model("MCWorkerMethod_pool"), false);
        Endpoint endpoint = Endpoint.free();
        AtomicBoolean killed = new AtomicBoolean();
        try (WorkerJvms jvms = new WorkerJvms()) {
            DistributedRunner runner = runner(endpoint, line -> {
                if (line.startsWith("Registration") && killed.compareAndSet(false, true)) {
                    jvms.processIds().forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
                }
            });

            DistributedRun run = runner.run(question, () -> jvms.start(TWO_JVMS, endpoint));

            LossVerdict verdict = LossVerdict.of(question, run);
            check.finish(verdict.outcome(), Effort.of("workers", run.workers()), null, verdict.reason());
        }
    }

    /**
     * Of two workers one is killed: the run is unknown, though TLC would go on with the other one, and does when the loss is
     * overlooked (M99). Kills: a "held" that counts on what TLC does with the states that the lost worker had in hand.
     */
    @Test
    void run_whenLossIsOverlooked_thenNotUnknown() throws IOException {
        CheckRun check = CheckRun.start("tlc/Distributed/LostWorker/M99");
        SafetyQuestion question = SafetyQuestion.of(SPECIFICATION, model("MCWorkerMethod_exits"), true);

        LossVerdict shipped = judgeWithOneKilled(question, DistributedRunner::new);
        assertEquals(Outcome.HELD, shipped.outcome(), shipped::reason);
        LossVerdict verdict = judgeWithOneKilled(question, M99_LossOverlooked::new);

        check.finish(verdict.outcome(), Effort.of("workers", TWO_JVMS.jvms()), null, verdict.reason());
    }

    /** Makes a runner. */
    @FunctionalInterface
    private interface Runners {
        DistributedRunner of(SpecificationFolder specification, ServerSettings settings, Consumer<String> progress);
    }

    /** Runs with two workers, of which the first is killed when both have come. */
    private static LossVerdict judgeWithOneKilled(SafetyQuestion question, Runners runners) throws IOException {
        Endpoint endpoint = Endpoint.free();
        AtomicInteger registered = new AtomicInteger();
        try (WorkerJvms jvms = new WorkerJvms()) {
            DistributedRunner runner = runners.of(SPECIFICATION, new ServerSettings(endpoint, 1024, LIMIT), line -> {
                if (line.startsWith("Registration") && registered.incrementAndGet() == TWO_JVMS.jvms()) {
                    ProcessHandle.of(jvms.processIds().get(0)).ifPresent(ProcessHandle::destroyForcibly);
                }
            });
            return LossVerdict.of(question, runner.run(question, () -> jvms.start(TWO_JVMS, endpoint)));
        }
    }

    /**
     * A worker JVM ends when the program that started it is killed, and one that does not watch its owner does not (M89).
     * Kills: orphans that keep a machine busy.
     */
    @Test
    void worker_whenItsOwnerIsKilled_thenEnds() throws Exception {
        try (ServerSocket silent = new ServerSocket(0)) {
            String port = Integer.toString(silent.getLocalPort());
            judgeOrphans(
                    "reference",
                    DistributedTlc.class,
                    "worker",
                    "--server=localhost",
                    "--host=localhost",
                    "--port=" + port);
            judgeOrphans("M89", UnwatchedOwner.class, port);
        }
    }

    private static void judgeOrphans(String subject, Class<?> program, String... arguments)
            throws IOException, InterruptedException {
        CheckRun check = CheckRun.start("tlc/Distributed/NoOrphans/" + subject);
        KilledOwner killed = KilledOwner.of(program, arguments);
        check.finish(
                killed.orphans().isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("workers", killed.workers()),
                null,
                killed.orphans().isEmpty()
                        ? "no worker is left"
                        : "still running " + KilledOwner.LIMIT.toSeconds()
                                + " s after the program that started them was" + " killed: " + killed.orphans());
    }

    private static CompletableFuture<Integer> startWorkers(Endpoint endpoint) {
        return CompletableFuture.supplyAsync(() -> DistributedTlc.commandLine()
                .execute(
                        "worker",
                        "--server=" + endpoint.host(),
                        "--host=localhost",
                        "--port=" + endpoint.port(),
                        "--worker-heap=256"));
    }

    private static DistributedRunner runner(Endpoint endpoint, Consumer<String> progress) {
        return new DistributedRunner(SPECIFICATION, new ServerSettings(endpoint, 1024, LIMIT), progress);
    }

    private static Effort states(DistributedRun run) {
        return Effort.of("states", run.tlc().distinct().orElse(0)).and("workers", run.workers());
    }

    private static Path witness(TlcModel model, DistributedRun run, Judgement judgement)
            throws IOException, InterruptedException {
        TlcRunner explainer = new TlcRunner(SPECIFICATION, TlcBudget.ofSystemProperties(), line -> {});
        String text = new CounterexampleTable(ProtocolActions.ofModule(model.module()))
                .write(judgement.reason(), explainer.explain(model, run.counterexample()));
        Path witness = REPORT.resolve(Path.of("traces", "tlc", "Distributed", "NoLostWakeup", "seed-B.txt"));
        Files.createDirectories(witness.getParent());
        return Files.writeString(witness, text);
    }

    private static TlcModel model(String cfg) {
        return TlcManifest.readBelow(ROOT).models().stream()
                .filter(model -> model.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
    }
}
