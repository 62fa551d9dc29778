package dev.latchwork.tla.distributed;

import dev.latchwork.tla.ScratchFolder;
import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.tla.TlcMessage;
import dev.latchwork.tla.TlcRun;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs TLC's server for one question at a time, in a JVM and folders of its own. Thread-safe.
 *
 * <p>What the server says is not yet a verdict: see {@link DistributedJudge}. A mutant overrides {@link #tellsOfLoss}.
 */
public class DistributedRunner {
    /*
     * Overview.
     * 1 What it is: the life of a server JVM, and on request of worker JVMs beside it.
     * 2 Corresponds to: tlc2.tool.distributed.TLCServer and TLCWorker.
     * 3 Representation: processes. The server's output is read as it comes, since what it says decides what happens next:
     *   workers start when it is ready, and the run ends when it has lost one.
     * 4 Invariants: no JVM of a run is left when the run returns, in whatever way.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: outOfTime is written before the server is ended and read after its end was seen.
     * 8 Blocking and wakeup argument: reading ends at the end of the server's output, which its own end brings about; the
     *   watchdog ends it when its time is over. A server that nobody works for waits for ever: so the loss of a worker
     *   ends the run, and the limit ends one for which none came.
     * 9 Departures, gaps, references: TLC itself would go on with the workers that are left, having put back what the lost
     *   one had in hand. That this loses nothing is not shown, so no verdict is built on it.
     */
    private static final String MARK = "@!@!@";
    private static final String MESSAGE = MARK + "STARTMSG ";
    private static final String END = MARK + "ENDMSG ";

    private final SpecificationFolder specification;
    private final ServerSettings settings;
    private final Consumer<String> progress;

    /** A runner for the modules of {@code specification}; {@code progress} gets what TLC says on the way, states apart. */
    public DistributedRunner(SpecificationFolder specification, ServerSettings settings, Consumer<String> progress) {
        this.specification = specification;
        this.settings = settings;
        this.progress = progress;
    }

    /**
     * Runs the server together with worker JVMs on this machine.
     *
     * @throws IOException if a JVM cannot be started
     * @throws IllegalArgumentException if the port is taken
     */
    public final DistributedRun runWith(WorkerSettings workers, SafetyQuestion question) throws IOException {
        try (WorkerJvms jvms = new WorkerJvms()) {
            return run(question, () -> jvms.start(workers, settings.endpoint()));
        }
    }

    /**
     * Runs the server; workers come from elsewhere.
     *
     * @throws IOException if the JVM cannot be started
     * @throws IllegalArgumentException if the port is taken
     */
    public final DistributedRun run(SafetyQuestion question) throws IOException {
        return run(question, () -> {});
    }

    /** What is done when the server is ready for workers. */
    @FunctionalInterface
    interface WhenReady {
        void run() throws IOException;
    }

    final DistributedRun run(SafetyQuestion question, WhenReady whenReady) throws IOException {
        settings.endpoint().requireFree();
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path folder = scratch.folder("model");
            question.copyTo(folder, specification);
            try (OwnedJvm server = start(scratch, folder, question)) {
                return follow(server.process(), whenReady);
            }
        }
    }

    private OwnedJvm start(ScratchFolder scratch, Path folder, SafetyQuestion question) throws IOException {
        List<String> options = List.of(
                "-XX:+UseParallelGC",
                "-Xmx" + settings.heap() + "m",
                "-Djava.rmi.server.hostname=" + settings.endpoint().host(),
                "-Dtlc2.tool.distributed.TLCServer.port=" + settings.endpoint().port());
        List<String> arguments = List.of(
                question.model().module(),
                question.model().cfg(),
                scratch.folder("states").toString());
        return OwnedJvm.start(
                scratch, "server", folder, options, ServerProgram.class, arguments, ProcessBuilder.Redirect.PIPE);
    }

    /** Reads the server's output to its end, which comes when it has finished, its time is over, or a worker is lost. */
    private DistributedRun follow(Process server, WhenReady whenReady) throws IOException {
        AtomicBoolean outOfTime = new AtomicBoolean();
        Executor later = CompletableFuture.delayedExecutor(settings.limit().toSeconds(), TimeUnit.SECONDS);
        CompletableFuture<Void> watchdog = CompletableFuture.runAsync(
                () -> {
                    outOfTime.set(true);
                    server.destroyForcibly();
                },
                later);
        List<String> lines = new ArrayList<>();
        boolean lost = false;
        boolean inState = false;
        try (BufferedReader output = server.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                lines.add(line);
                if (starts(line, TlcMessage.SERVER_READY)) {
                    whenReady.run();
                }
                // What is left cannot end as "held" any more, and a server without workers would wait for ever.
                lost = tellsOfLoss(line);
                if (lost) {
                    server.destroyForcibly();
                    break;
                }
                inState = starts(line, TlcMessage.STATE) || (inState && !line.startsWith(END));
                if (!line.startsWith(MARK) && !inState) {
                    progress.accept(line);
                }
            }
            return new DistributedRun(TlcRun.of(server.onExit().join().exitValue(), !outOfTime.get(), lines), lost);
        } finally {
            watchdog.cancel(false);
        }
    }

    /** Whether the server says in this line of its output that a worker has gone. */
    boolean tellsOfLoss(String line) {
        return starts(line, TlcMessage.WORKER_LOST) || starts(line, TlcMessage.WORKER_DEREGISTERED);
    }

    private static boolean starts(String line, int code) {
        return line.startsWith(MESSAGE + code + ":");
    }
}
