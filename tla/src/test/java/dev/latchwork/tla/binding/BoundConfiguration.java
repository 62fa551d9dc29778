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
import java.io.IOException;

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

    /** TLC's graph. */
    LabelledGraph graph() throws IOException, InterruptedException {
        TlcModel model = TlcManifest.readBelow(Project.root()).models().stream()
                .filter(candidate -> candidate.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
        return RUNNER.graph(model);
    }

    /** The shipped classes in the initial state, with the variant's decisions. */
    BoundedMethod newMethod() {
        return newMethod(VariantSeams.of(protocol.variant()), ProcessRunner.CALLER);
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
