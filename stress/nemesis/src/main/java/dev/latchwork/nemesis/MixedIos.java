package dev.latchwork.nemesis;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Mixed I/Os under every nemesis at once, as a program. */
@Command(
        name = "mixed-ios",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Reads and writes blocks of real files through the worker method while reopens fail, files"
                + " are removed, replaced and put back, workers die, cannot be started or are interrupted, the pool is"
                + " resized, the queue overflows, and sessions close and open.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:nothing was lost, done twice or left undone, and each failure was seen",
            "1:something was, an I/O hung, or the instance failed",
            "2:unusable arguments"
        })
public final class MixedIos implements Callable<Integer> {
    @Option(names = "--ios", defaultValue = "1000000", description = "I/Os at least, 1 .. 4000000")
    private long ios;

    @Option(names = "--sessions", defaultValue = "4", description = "sessions that work at once, 1 .. 64")
    private int sessions;

    @Option(names = "--io-worker-queue-size", defaultValue = "64", description = "slots of the queue, 2 .. 65536")
    private int queueSize;

    @Option(names = "--reopen-failures", defaultValue = "0.002", description = "share of reopens that fail, 0 .. 0.5")
    private double reopenFailures;

    @Option(names = "--start-failures", defaultValue = "0.01", description = "share of threads not started, 0 .. 0.5")
    private double startFailures;

    @Option(names = "--interrupt-every", defaultValue = "16", description = "batches for one interrupt; 0: never")
    private int interruptEvery;

    @Option(names = "--resize-every", defaultValue = "64", description = "batches for one resize; 0: never")
    private int resizeEvery;

    @Option(names = "--largest-pool", defaultValue = "32", description = "workers at most, 1 .. 32")
    private int largestPool;

    @Option(
            names = "--remove-every",
            defaultValue = "256",
            description = "batches for one file taken away or replaced, and given back; 0: never")
    private int removeEvery;

    @Option(
            names = "--away-for",
            defaultValue = "4",
            description = "batches after which it comes back, 1 .. remove-every - 1")
    private int awayFor;

    @Option(
            names = "--reopen-session-every",
            defaultValue = "100",
            description = "batches after which a session closes and opens anew; 0: never")
    private int reopenSessionEvery;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the plan")
    private long seed;

    @Option(
            names = "--plan",
            description =
                    "one of ${COMPLETION-CANDIDATES}: its faults instead of those that are given one by one; --ios and"
                            + " --seed count")
    private NemesisPlan named;

    @Option(
            names = "--history",
            description = "where the run's history is to be written, as JSON lines; .gz: compressed")
    private Path history;

    @Option(names = "--variant", defaultValue = "REFERENCE", description = "exit policy: ${COMPLETION-CANDIDATES}")
    private ExitVariant variant;

    @Option(names = "--bound", defaultValue = "300", description = "seconds after which the run counts as hung")
    private long boundSeconds;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new MixedIos())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        Path directory = Files.createTempDirectory("latchwork-mixed");
        try {
            return run(plan(directory));
        } finally {
            delete(directory);
        }
    }

    private MixedPlan plan(Path directory) {
        try {
            return named != null
                    ? named.plan(directory, ios, seed)
                    : new MixedPlan(directory, ios, sessions, queueSize, largestPool, faults(), seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private MixedFaults faults() {
        return new MixedFaults(
                reopenFailures,
                startFailures,
                interruptEvery,
                resizeEvery,
                removeEvery,
                awayFor,
                reopenSessionEvery,
                DeviceFaults.NONE);
    }

    private int run(MixedPlan plan) throws IOException, InterruptedException {
        MixedRun run = new MixedRun(plan, WorkerSeams.reference().withExitPolicy(variant));
        int status = run.judge(boundSeconds, spec.commandLine().getOut());
        if (history != null) {
            HistoryFile.write(run.history(), history);
        }
        return status;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
