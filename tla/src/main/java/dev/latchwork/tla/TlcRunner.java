package dev.latchwork.tla;

import dev.latchwork.tla.graph.GraphFile;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.states.ExplainTrace;
import dev.latchwork.tla.states.WriteGraph;
import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.tla.trace.PrintedTrace;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tlc2.TLC;

/**
 * Runs TLC on one model at a time, each in a JVM and in folders of its own. Thread-safe.
 *
 * <p>What TLC says is not yet a verdict: see {@link TlcJudge}.
 */
public final class TlcRunner {
    private final SpecificationFolder specification;
    private final TlcBudget budget;
    private final Consumer<String> progress;

    /**
     * A runner for the modules of {@code specification}.
     *
     * @param progress gets a line at least every ten seconds of a run
     */
    public TlcRunner(SpecificationFolder specification, TlcBudget budget, Consumer<String> progress) {
        this.specification = specification;
        this.budget = budget;
        this.progress = progress;
    }

    /**
     * Runs TLC on the model.
     *
     * @param countActions whether TLC counts the transitions of each action, which costs about half as much again
     * @throws IOException if TLC cannot be started
     * @throws InterruptedException if the caller is interrupted; TLC is ended
     */
    public TlcRun run(TlcModel model, boolean countActions) throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            List<String> command = new ArrayList<>(List.of(TLC.class.getName(), "-tool"));
            command.addAll(List.of("-metadir", scratch.folder("states").toString()));
            command.addAll(List.of("-config", specification.configuration(model.cfg()) + ".cfg"));
            command.addAll(List.of("-workers", Integer.toString(model.workers())));
            // A bounded behaviour ends. That every I/O has completed by then is Completes, not absence of deadlock.
            command.add("-deadlock");
            // One check of liveness at the end is cheaper than several on the way.
            command.addAll(List.of("-lncheck", "final"));
            // The same fingerprints in every run.
            command.addAll(List.of("-fp", "0"));
            if (countActions) {
                command.addAll(List.of("-coverage", "1"));
            }
            command.add(model.module());
            return TlcRun.of(
                    child(model.cfg(), budget.optionsFor(model), command).run(scratch, progress));
        }
    }

    /**
     * Finds the action, its arguments and the changes of every step of a counterexample.
     *
     * @throws IOException if the steps cannot be found, because the trace is not one of this model
     * @throws InterruptedException if the caller is interrupted
     */
    public Counterexample explain(TlcModel model, PrintedTrace trace) throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path printed = scratch.file("printed.json");
            Path explained = scratch.file("explained.json");
            Files.writeString(printed, Json.writer().writeValueAsString(trace));
            List<String> command = List.of(
                    ExplainTrace.class.getName(),
                    specification.path().toString(),
                    model.module(),
                    specification.configuration(model.cfg()),
                    printed.toString(),
                    explained.toString());
            ChildJvm.Ended ended = child("steps of " + model.cfg(), TlcBudget.SHORT_RUN, command)
                    .run(scratch, progress);
            if (ended.exit() != 0 || !Files.exists(explained)) {
                throw new IOException("the steps of a counterexample of " + model.cfg() + " cannot be found: "
                        + String.join("\n", ended.lines()));
            }
            return Json.reader().readValue(Files.readString(explained), Counterexample.class);
        }
    }

    /**
     * The whole state graph of the model, without judging any property. Its actions have the protocol's names.
     *
     * @throws IOException if it cannot be computed
     * @throws InterruptedException if the caller is interrupted
     */
    public LabelledGraph graph(TlcModel model) throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path graph = scratch.file("graph.txt");
            List<String> command = List.of(
                    WriteGraph.class.getName(),
                    specification.path().toString(),
                    model.module(),
                    specification.configuration(model.cfg()),
                    graph.toString());
            ChildJvm.Ended ended = child("graph of " + model.cfg(), TlcBudget.SHORT_RUN, command)
                    .run(scratch, progress);
            if (ended.exit() != 0 || !Files.exists(graph)) {
                throw new IOException("the state graph of " + model.cfg() + " cannot be computed: "
                        + String.join("\n", ended.lines()));
            }
            return GraphFile.read(graph, ProtocolActions::unbounded);
        }
    }

    /**
     * Runs TLC on a module of the specification that needs one more module, which was generated; without looking for
     * deadlocks: what came out, the module says by printing it.
     *
     * @param module of the specification
     * @param generated name of the module that it needs
     * @param text that module
     * @param configuration the text of the configuration
     * @throws IOException if TLC cannot be started
     * @throws InterruptedException if the caller is interrupted; TLC is ended
     */
    public TlcRun runGenerated(String module, String generated, String text, String configuration)
            throws IOException, InterruptedException {
        try (ScratchFolder scratch = ScratchFolder.create()) {
            Path folder = scratch.folder("generated");
            Files.writeString(folder.resolve(module + ".tla"), specification.readModule(module));
            Files.writeString(folder.resolve(generated + ".tla"), text);
            Files.writeString(folder.resolve(module + ".cfg"), configuration);
            List<String> options = new ArrayList<>(TlcBudget.SHORT_RUN);
            options.add("-DTLA-Library=" + specification.path());
            List<String> command = List.of(
                    TLC.class.getName(),
                    "-tool",
                    "-deadlock",
                    "-metadir",
                    scratch.folder("states").toString(),
                    "-fp",
                    "0",
                    module);
            return TlcRun.of(new ChildJvm(
                            generated, options, System.getProperty("java.class.path"), command, folder, budget.limit())
                    .run(scratch, progress));
        }
    }

    private ChildJvm child(String name, List<String> options, List<String> command) {
        return new ChildJvm(
                name, options, System.getProperty("java.class.path"), command, specification.path(), budget.limit());
    }
}
