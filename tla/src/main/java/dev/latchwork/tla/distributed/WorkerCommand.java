package dev.latchwork.tla.distributed;

import java.io.PrintWriter;
import java.net.InetAddress;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts worker JVMs, and ends them when the server has gone. */
@Command(
        name = "worker",
        mixinStandardHelpOptions = true,
        description = "Starts worker JVMs on this machine, which work for a server until it ends.")
final class WorkerCommand implements Callable<Integer> {
    @Option(names = "--server", required = true, description = "host of the server, as given to it with --host")
    private String host;

    @Option(
            names = "--port",
            defaultValue = Endpoint.DEFAULT_PORT,
            description = "port of the server's registry, 1 .. 65535; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            description = "name or address of this machine that the server can resolve; default: its own name")
    private String ownHost;

    @Option(
            names = "--wait",
            defaultValue = "60",
            description = "seconds to wait for the server to come, and for its end when it has dismissed its workers,"
                    + " 1 .. 86400; default: ${DEFAULT-VALUE}")
    private int waitSeconds;

    @Mixin
    private WorkerOptions options;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Endpoint server;
        WorkerSettings settings;
        try {
            server = new Endpoint(host, port);
            settings = options.settings(
                    ownHost != null ? ownHost : InetAddress.getLocalHost().getCanonicalHostName());
            WorkerSettings.requireRange("--wait", waitSeconds, 1, 86_400);
        } catch (IllegalArgumentException e) {
            throw ServerOptions.unusable(spec, e);
        }
        if (!await(server, true, waitSeconds)) {
            out.println("no server at " + server + " within " + waitSeconds + " s");
            return DistributedTlc.NOT_AS_EXPECTED;
        }
        try (WorkerJvms jvms = new WorkerJvms()) {
            jvms.start(settings, server);
            out.println("workers of " + server + ": processes " + jvms.processIds());
            out.flush();
            jvms.awaitEndOf(server);
        }
        // The server dismisses its workers a little before it ends.
        boolean serverEnded = await(server, false, waitSeconds);
        out.println(serverEnded ? "the server has ended" : "the workers have ended, the server has not");
        return serverEnded ? DistributedTlc.AS_EXPECTED : DistributedTlc.NOT_AS_EXPECTED;
    }

    /** Waits until the server answers, or does not answer any more; asks once a second. */
    private static boolean await(Endpoint server, boolean answers, int seconds) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        CountDownLatch never = new CountDownLatch(1);
        while (server.answers() != answers) {
            if (System.nanoTime() - end >= 0 || never.await(1, TimeUnit.SECONDS)) {
                return false;
            }
        }
        return true;
    }
}
