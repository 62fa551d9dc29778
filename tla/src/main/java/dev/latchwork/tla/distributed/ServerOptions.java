package dev.latchwork.tla.distributed;

import dev.latchwork.tla.CounterexampleTable;
import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.tla.TlcBudget;
import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.tla.TlcRunner;
import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the commands that run a server have in common. */
final class ServerOptions {
    @Parameters(paramLabel = "MODEL", description = "name of a model of the manifest, such as MCWorkerMethod_pool")
    private String model;

    @Option(names = "--root", defaultValue = "${sys:latchwork.root:-.}", description = "the project's folder")
    private Path root;

    @Option(
            names = "--port",
            defaultValue = Endpoint.DEFAULT_PORT,
            description = "port of the server's registry, 1 .. 65535; default: ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--server-heap",
            defaultValue = "2048",
            description = "heap of the server in MiB, 256 .. 1048576; default: ${DEFAULT-VALUE}")
    private int heap;

    @Option(
            names = "--limit",
            defaultValue = "3600",
            description = "seconds for the run, 1 .. 604800; default: ${DEFAULT-VALUE}")
    private int limit;

    @Option(
            names = SafetyQuestion.OPTION,
            description =
                    "leave out the model's temporal properties, which would be skipped anyway; the verdict says so")
    private boolean withoutTemporalProperties;

    DistributedRunner runner(String host, PrintWriter out) {
        ServerSettings settings = new ServerSettings(new Endpoint(host, port), heap, Duration.ofSeconds(limit));
        return new DistributedRunner(specification(), settings, line -> {
            out.println(line);
            out.flush();
        });
    }

    SafetyQuestion question() throws IOException {
        TlcManifest manifest = TlcManifest.readBelow(root);
        TlcModel chosen = manifest.models().stream()
                .filter(candidate -> candidate.cfg().equals(model))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no model " + model + " in " + TlcManifest.PATH
                        + ", which has "
                        + manifest.models().stream().map(TlcModel::cfg).toList()));
        return SafetyQuestion.of(specification(), chosen, withoutTemporalProperties);
    }

    /** Says what came out, with the counterexample step by step, and gives the exit status. */
    int report(SafetyQuestion question, DistributedRun run, PrintWriter out) throws IOException, InterruptedException {
        Judgement judgement = DistributedJudge.judge(question, run);
        if (!run.counterexample().states().isEmpty()) {
            TlcRunner explainer = new TlcRunner(specification(), TlcBudget.ofSystemProperties(), out::println);
            Counterexample counterexample = explainer.explain(question.model(), run.counterexample());
            out.println(new CounterexampleTable(
                            ProtocolActions.ofModule(question.model().module()))
                    .write(question.model().cfg(), counterexample));
        }
        out.println("worker threads: " + run.workers() + ", states given to each: " + run.shares());
        out.println(judgement.outcome() + ": " + judgement.reason());
        out.flush();
        return judgement.outcome() == question.model().expected()
                ? DistributedTlc.AS_EXPECTED
                : DistributedTlc.NOT_AS_EXPECTED;
    }

    /** The error as one of the arguments, which it is. */
    static CommandLine.ParameterException unusable(CommandLine.Model.CommandSpec spec, IllegalArgumentException e) {
        return new CommandLine.ParameterException(spec.commandLine(), e.getMessage(), e);
    }

    private SpecificationFolder specification() {
        return SpecificationFolder.below(root);
    }
}
