package dev.latchwork.nemesis;

import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.WorkerSeams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The main job on real input, as a program. */
@Command(
        name = "copy-file",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Copies a real file through the worker method while reopens fail and workers are replaced, and"
                + " compares copy and source.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the copy equals its source and every failure was seen and done again",
            "1:it does not, an I/O hung, or the instance failed",
            "2:unusable arguments"
        })
public final class CopyFile implements Callable<Integer> {
    @Option(names = "--source", description = "file to copy; default: lib/modules of the running JDK")
    private Path source = Path.of(System.getProperty("java.home"), "lib", "modules");

    @Option(names = "--copy", description = "file to write; default: a temporary file, deleted at the end")
    private Path copy;

    @Option(names = "--sessions", defaultValue = "4", description = "sessions that work at once, 1 .. 64")
    private int sessions;

    @Option(names = "--io-workers", defaultValue = "3", description = "size of the pool at the start, 1 .. 32")
    private int ioWorkers;

    @Option(names = "--batch", defaultValue = "16", description = "I/Os in a batch, 1 .. 32")
    private int batch;

    @Option(names = "--io-worker-queue-size", defaultValue = "64", description = "slots of the queue, 2 .. 65536")
    private int queueSize;

    @Option(names = "--reopen-failures", defaultValue = "0.01", description = "share of reopens that fail, 0 .. 0.5")
    private double reopenFailures;

    @Option(
            names = "--interrupt-every",
            defaultValue = "4",
            description = "interrupt a worker once in so many batches; 0: never")
    private int interruptEvery;

    @Option(
            names = "--resize-every",
            defaultValue = "32",
            description = "resize the pool, to 1 .. twice its first size, once in so many batches; 0: never")
    private int resizeEvery;

    @Option(names = "--seed", defaultValue = "1", description = "seed of the faults")
    private long seed;

    @Option(names = "--variant", defaultValue = "REFERENCE", description = "exit policy: ${COMPLETION-CANDIDATES}")
    private ExitVariant variant;

    @Option(names = "--bound", defaultValue = "300", description = "seconds after which the copy counts as hung")
    private long boundSeconds;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new CopyFile())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        if (!Files.isReadable(source) || Files.isDirectory(source) || Files.size(source) == 0) {
            throw new ParameterException(spec.commandLine(), "--source: no readable, non-empty file: " + source);
        }
        Path destination = copy != null ? copy : Files.createTempFile("latchwork-copy", null);
        try {
            return run(destination);
        } finally {
            if (copy == null) {
                Files.deleteIfExists(destination);
            }
        }
    }

    private int run(Path destination) throws Exception {
        return new FileCopier(plan(destination), WorkerSeams.reference().withExitPolicy(variant))
                .judge(boundSeconds, spec.commandLine().getOut());
    }

    /** What the options ask for, with this file to write. */
    CopyPlan plan(Path destination) {
        try {
            return new CopyPlan(
                    source,
                    destination,
                    sessions,
                    ioWorkers,
                    batch,
                    queueSize,
                    reopenFailures,
                    interruptEvery,
                    resizeEvery,
                    seed);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
