package dev.latchwork.tla.distributed;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the server for one model and judges the run. */
@Command(
        name = "server",
        mixinStandardHelpOptions = true,
        description = "Starts the server for one model, waits for workers, and judges the run.")
final class ServerCommand implements Callable<Integer> {
    @Mixin
    private ServerOptions options;

    @Option(
            names = "--host",
            required = true,
            description = "name or address of this machine that every worker can resolve")
    private String host;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        try {
            SafetyQuestion question = options.question();
            return options.report(question, options.runner(host, out).run(question), out);
        } catch (IllegalArgumentException e) {
            throw ServerOptions.unusable(spec, e);
        }
    }
}
