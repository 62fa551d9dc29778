package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.ProcessRunner;
import dev.latchwork.aio.worker.WorkerSeams;
import dev.latchwork.model.Protocol;
import dev.latchwork.tla.Project;
import dev.latchwork.tla.TlcBudget;
import dev.latchwork.tla.TlcRunner;
import dev.latchwork.tla.WorkerMethodConfiguration;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.io.IOException;
import java.util.List;

/**
 * A configuration of the specification, for TLC and for the shipped classes. Immutable.
 *
 * @param cfg its name in the manifest
 * @param protocol its bounds and the variant that its constants choose
 */
record BoundConfiguration(String cfg, Protocol protocol) {
    private static final TlcRunner RUNNER =
            new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), System.out::println);

    static BoundConfiguration of(String cfg) throws IOException {
        return new BoundConfiguration(cfg, WorkerMethodConfiguration.protocol(cfg));
    }

    /** The module that it configures. */
    String module() {
        return cfg.substring(0, cfg.indexOf('_'));
    }

    /** What the manifest says of it. */
    TlcModel model() throws IOException {
        return TlcManifest.readBelow(Project.root()).models().stream()
                .filter(candidate -> candidate.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
    }

    /** TLC's graph. */
    LabelledGraph graph() throws IOException, InterruptedException {
        return RUNNER.graph(model());
    }

    /** TLC's counterexample: its actions, with their arguments. */
    List<String> counterexample() throws IOException, InterruptedException {
        return RUNNER.explain(model(), RUNNER.run(model(), false).trace()).steps().stream()
                .map(step -> ProtocolActions.unbounded(step.action())
                        + (step.arguments().isEmpty() ? "" : "(" + String.join(", ", step.arguments()) + ")"))
                .toList();
    }

    /** The shipped classes in the initial state, with the variant's decisions. */
    BoundedMethod newMethod() {
        return newMethod(VariantSeams.of(protocol.variant()), ProcessRunner.CALLER);
    }

    /** The same on threads. */
    BoundedMethod newMethod(ProcessThreads threads) {
        return newMethod(ProcessThreads.seams(VariantSeams.of(protocol.variant())), threads);
    }

    /** The same with other parts, or in other threads. */
    BoundedMethod newMethod(WorkerSeams seams, ProcessRunner runner) {
        return new BoundedMethod(
                protocol.bounds(),
                VariantSeams.notation(protocol.variant(), protocol.bounds(), cfg.startsWith("MCWorkerMethodRing")),
                seams,
                runner);
    }
}
