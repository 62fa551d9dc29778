package dev.latchwork.tla.distributed;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** TLC on several JVMs and machines, as a program. */
@Command(
        name = "distributed-tlc",
        mixinStandardHelpOptions = true,
        description = "Checks the invariants of a model on several JVMs and machines.",
        subcommands = {ServerCommand.class, WorkerCommand.class, LocalCommand.class},
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:the verdict is the one that the manifest expects; worker: the server has ended",
            "1:it is another one, or none; worker: no server was found, or the workers ended before it",
            "2:unusable arguments, or a model that distributed TLC cannot judge"
        })
public final class DistributedTlc implements Runnable {
    static final int AS_EXPECTED = 0;
    static final int NOT_AS_EXPECTED = 1;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new DistributedTlc());
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "one of server, worker and local is missing");
    }
}
