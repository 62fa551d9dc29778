package dev.latchwork.trace;

import dev.latchwork.aio.probe.EventRecorder;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.trace.TraceCoverage;
import dev.latchwork.model.trace.TraceSampler;
import dev.latchwork.model.trace.WitnessChecker;
import dev.latchwork.nemesis.MixedFaults;
import dev.latchwork.nemesis.MixedPlan;
import dev.latchwork.tla.ScratchFolder;
import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.tla.TlcBudget;
import dev.latchwork.tla.TlcRunner;
import dev.latchwork.tla.recorded.TraceJudge;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Records a run, or reads one that was recorded, and lets both judges judge it; as a program. */
@Command(
        name = "judge-trace",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Records a run under every nemesis, or reads a recording, and judges each event by the protocol.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:every event was accepted", "1:one was not, or the run hung", "2:unusable arguments"})
public final class JudgeTrace implements Callable<Integer> {
    /** Rows that an I/O takes at most on the average, with all that happens beside it. */
    private static final long ROWS_OF_AN_IO = 24;

    private static final long SPARE_ROWS = 1 << 20;

    @Option(names = "--read", description = "a recording to judge; default: record a run")
    private Path read;

    @Option(names = "--write", description = "where the recording is to be written")
    private Path write;

    @Option(names = "--ios", defaultValue = "50000", description = "I/Os at least")
    private long ios;

    @Option(names = "--sessions", defaultValue = "8", description = "sessions that work at once, 1 .. 64")
    private int sessions;

    @Option(names = "--io-worker-queue-size", defaultValue = "64", description = "slots of the queue, 2 .. 65536")
    private int queueSize;

    @Option(names = "--largest-pool", defaultValue = "32", description = "workers at most, 1 .. 32")
    private int largestPool;

    @Option(names = "--noise", defaultValue = "0", description = "gives way once in so many steps; 0: never")
    private int noise;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the plan")
    private long seed;

    @Option(names = "--samples", defaultValue = "20", description = "samples that TLC judges too; 0: none")
    private int samples;

    @Option(names = "--length", defaultValue = "500", description = "events of a sample")
    private int length;

    @Option(names = "--bound", defaultValue = "300", description = "seconds after which the run counts as hung")
    private long boundSeconds;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new JudgeTrace()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        TraceFile file;
        try {
            file = read == null ? record() : TraceFile.read(read);
        } catch (RecordedRun.Unfinished e) {
            out.println("violated: " + e.getMessage());
            return 1;
        }
        if (write != null) {
            file.write(write);
        }
        int wanted = Math.min(samples, file.trace().size() / length);
        TraceSampler sampler =
                wanted == 0 ? null : new TraceSampler(file.trace().size(), wanted, length);
        TraceCoverage coverage = new TraceCoverage();
        WitnessChecker.Judgement judgement = new WitnessChecker(file.start(coverage))
                .judge(file.trace(), sampler == null ? (event, state) -> {} : sampler);
        out.println("witness checker: " + judgement.inWords());
        coverage.sides().forEach((side, count) -> out.printf("%,12d  %s%n", count, side));
        if (!judgement.accepted()) {
            return 1;
        }
        return sampler == null || sampler.samples().isEmpty() ? 0 : judgeByTlc(sampler, file, out);
    }

    private static int judgeByTlc(TraceSampler sampler, TraceFile file, PrintWriter out)
            throws IOException, InterruptedException {
        TraceJudge tlc = new TraceJudge(new TlcRunner(
                SpecificationFolder.below(Path.of(System.getProperty("latchwork.root", "."))),
                TlcBudget.ofSystemProperties(),
                out::println));
        TraceJudge.Verdict verdict = tlc.judge(sampler.samples(), file.sessions(), false);
        boolean accepted = verdict.refusedAt().stream().allMatch(at -> at == TraceJudge.ACCEPTED);
        out.println(
                "TLC: " + verdict.events() + " events of " + sampler.samples().size() + " samples, "
                        + (accepted ? "each accepted" : "refused at (0: accepted) " + verdict.refusedAt()));
        return accepted ? 0 : 1;
    }

    private TraceFile record() throws IOException, InterruptedException, RecordedRun.Unfinished {
        try (ScratchFolder directory = ScratchFolder.create()) {
            MixedPlan plan = plan(directory.path());
            EventRecorder recorder = new EventRecorder(Math.toIntExact(ROWS_OF_AN_IO * ios + SPARE_ROWS));
            return TraceFile.of(RecordedRun.of(
                    plan,
                    WorkerSeams.reference(),
                    recorder,
                    probe -> noise == 0 ? probe : new ScheduleNoise(probe, noise),
                    boundSeconds));
        }
    }

    private MixedPlan plan(Path directory) {
        try {
            return new MixedPlan(directory, ios, sessions, queueSize, largestPool, MixedFaults.EVERYTHING, seed);
        } catch (IllegalArgumentException e) {
            throw new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
