package dev.latchwork.tla.distributed;

import dev.latchwork.tla.ScratchFolder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The worker JVMs on this machine. Not thread-safe. */
final class WorkerJvms implements AutoCloseable {
    private final List<OwnedJvm> jvms = new ArrayList<>();
    private final Class<?> program;
    private final ScratchFolder scratch;

    WorkerJvms() throws IOException {
        this(WorkerProgram.class);
    }

    /** @param program what each JVM runs; its argument is the server's host */
    WorkerJvms(Class<?> program) throws IOException {
        this.program = program;
        scratch = ScratchFolder.create();
    }

    /**
     * Starts the JVMs, which connect to the server by themselves.
     *
     * @throws IOException if one cannot be started
     */
    void start(WorkerSettings settings, Endpoint server) throws IOException {
        List<String> options = List.of(
                "-XX:+UseSerialGC",
                "-Xmx" + settings.heap() + "m",
                "-Djava.rmi.server.hostname=" + settings.ownHost(),
                "-Dtlc2.tool.distributed.TLCServer.port=" + server.port(),
                "-Dtlc2.tool.distributed.TLCWorker.threadCount=" + settings.threads());
        for (int number = 1; number <= settings.jvms(); number++) {
            jvms.add(OwnedJvm.start(
                    scratch,
                    "worker-" + number,
                    scratch.path(),
                    options,
                    program,
                    List.of(server.host()),
                    ProcessBuilder.Redirect.appendTo(
                            scratch.file("worker-" + number + ".txt").toFile())));
        }
    }

    /** The JVMs' process ids. */
    List<Long> processIds() {
        return jvms.stream().map(jvm -> jvm.process().pid()).toList();
    }

    /** Waits until the server has gone or no JVM is left; asks once a second. */
    void awaitEndOf(Endpoint server) throws InterruptedException {
        for (OwnedJvm jvm : jvms) {
            while (!jvm.process().waitFor(1, TimeUnit.SECONDS)) {
                if (!server.answers()) {
                    return;
                }
            }
        }
    }

    /** Ends all JVMs. */
    @Override
    public void close() throws IOException {
        jvms.forEach(OwnedJvm::close);
        scratch.close();
    }
}
