package dev.latchwork.tla;

import dev.latchwork.tla.TlcJudge.Judgement;
import dev.latchwork.tla.timeline.SpecificationTimeline;
import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.tla.trace.PrintedTrace;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.function.Executable;

/**
 * Checks one model, writes the verdict on each of its properties, and shows a counterexample in
 * {@code traces/<check id>.txt} of the report; on the console too when it is not expected, when it is a fault of
 * the patch, or when {@code verbose}.
 */
final class ModelCheck {
    private final TlcRunner runner =
            new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), ModelCheck::print);
    private final boolean verbose;

    ModelCheck(boolean verbose) {
        this.verbose = verbose;
    }

    /**
     * Checks the model.
     *
     * @throws AssertionError if a verdict is not as expected
     */
    TlcRun check(TlcModel model, boolean countActions) throws IOException, InterruptedException {
        Map<String, CheckRun> runs = new LinkedHashMap<>();
        model.properties().forEach(property -> runs.put(property, CheckRun.start(id(model, property))));
        long start = System.nanoTime();
        TlcRun run = runner.run(model, countActions);
        Judgement judgement = TlcJudge.judge(model, run);
        print(String.format(
                Locale.ROOT,
                "%s: %s, %s, %.1f s",
                model.cfg(),
                judgement.outcome(),
                judgement.reason(),
                (System.nanoTime() - start) / 1e9));
        List<Executable> endings = new ArrayList<>();
        Optional<Counterexample> counterexample = Optional.empty();
        try {
            counterexample = explain(model, run.trace());
        } catch (IOException unexplained) {
            // A violation is one even when its steps cannot be shown: the verdicts come first, then this.
            endings.add(() -> {
                throw unexplained;
            });
        }
        for (Map.Entry<String, CheckRun> entry : runs.entrySet()) {
            Optional<Counterexample> shown = counterexample;
            endings.add(() -> finish(model, entry.getKey(), entry.getValue(), run, judgement, shown));
        }
        Assertions.assertAll(model.cfg(), endings);
        return run;
    }

    private void finish(
            TlcModel model,
            String property,
            CheckRun check,
            TlcRun run,
            Judgement judgement,
            Optional<Counterexample> counterexample)
            throws IOException {
        Path witness = null;
        if (counterexample.isPresent()) {
            String title = id(model, property) + ": " + judgement.reason();
            String text = new CounterexampleTable(ProtocolActions.ofModule(model.module()))
                    .write(title, counterexample.get());
            witness = Project.reportFolder().resolve(Path.of("traces", id(model, property) + ".txt"));
            Files.createDirectories(witness.getParent());
            Files.writeString(witness, text);
            timeline(model, check.check(), counterexample.get()).writeWithin(Project.reportFolder());
            if (verbose || model.expected() != Outcome.VIOLATED || isFaultOfThePatch(model)) {
                print(text);
            }
        }
        Effort effort = Effort.of("states", run.distinct().orElse(0))
                .and("generated", run.generated().orElse(0))
                .and("workers", model.workers());
        check.finish(judgement.of(property), effort, witness, judgement.reason());
    }

    /** What the patch really had is shown to everybody, not only to who asks. */
    private static boolean isFaultOfThePatch(TlcModel model) {
        return model.subject().startsWith("seed-");
    }

    private Optional<Counterexample> explain(TlcModel model, PrintedTrace trace)
            throws IOException, InterruptedException {
        return trace.states().isEmpty() ? Optional.empty() : Optional.of(runner.explain(model, trace));
    }

    private static Timeline timeline(TlcModel model, Check check, Counterexample counterexample) {
        String ending = switch (counterexample.ending()) {
            case STOPS -> "";
            case STUTTERS -> "Nothing happens afterwards.";
            case LOOPS -> "From state " + counterexample.loopsTo() + " on the steps repeat for ever.";
        };
        return SpecificationTimeline.of(model.module(), counterexample)
                .violating(TimelineSource.TLC, check.id(), check.subject(), check.property(), ending, check.replay());
    }

    private static String id(TlcModel model, String property) {
        return "tlc/" + model.cfg() + "/" + property;
    }

    private static void print(String line) {
        System.out.println("[tlc] " + line);
    }
}
