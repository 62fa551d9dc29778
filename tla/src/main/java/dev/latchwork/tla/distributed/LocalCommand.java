package dev.latchwork.tla.distributed;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Server and workers on this machine, for trying. */
@Command(
        name = "local",
        mixinStandardHelpOptions = true,
        description = "Runs the server and worker JVMs together on this machine, and judges the run.")
final class LocalCommand implements Callable<Integer> {
    private static final String HOST = "localhost";

    @Mixin
    private ServerOptions server;

    @Mixin
    private WorkerOptions workers;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try {
            SafetyQuestion question = server.question();
            DistributedRun run = server.runner(HOST, out).runWith(workers.settings(HOST), question);
            return server.report(question, run, out);
        } catch (IllegalArgumentException e) {
            throw ServerOptions.unusable(spec, e);
        }
    }
}
