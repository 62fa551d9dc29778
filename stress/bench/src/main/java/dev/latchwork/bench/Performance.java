package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.RunnerException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Measures all engines, a fork for each, in rounds: each round runs every engine of every panel once, in an order of its
 * own, so that a mood of the machine does not fall on one engine alone. Ratios are taken within a round.
 */
@Command(
        name = "performance",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Compares the worker method with other engines and writes the tables of docs/performance.md."
                + " Wants a machine that has nothing else to do.")
public final class Performance implements Callable<Integer> {
    /** Which panels. */
    enum Plan {
        /** Those of docs/performance.md. */
        PUBLISHED,
        /** Every combination of workload, workers, batch and submitters: hours. */
        ALL
    }

    @Option(names = "--plan", defaultValue = "PUBLISHED", description = "${COMPLETION-CANDIDATES}")
    private Plan plan;

    @Option(names = "--where", defaultValue = "", description = "only panels whose title contains this")
    private String where;

    @Option(names = "--rounds", defaultValue = "7", description = "rounds, 0 or more; 0 writes the page only")
    private int rounds;

    @Option(names = "--millis", defaultValue = "500", description = "length of an iteration, 50 or more")
    private int millis;

    @Option(
            names = "--measurements",
            defaultValue = "target/performance.jsonl",
            description = "file to which measurements are added; rounds that are in it count")
    private Path file;

    @Option(names = "--page", description = "page whose section is to be written; default: print it")
    private Path page;

    @Option(names = "--section", defaultValue = "measured", description = "name of that section")
    private String section;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Performance())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .execute(arguments));
    }

    @Override
    public Integer call() throws IOException, RunnerException {
        RangeCheck check = new RangeCheck(spec);
        check.atLeast("--rounds", rounds, 0);
        check.atLeast("--millis", millis, ForkedRun.LEAST_MILLIS);
        if (file.getParent() != null) {
            Files.createDirectories(file.getParent());
        }
        Measurements measurements = Measurements.in(file);
        int first = measurements.nextRound();
        for (int round = first; round < first + rounds; round++) {
            measure(measurements, round);
        }
        String tables = new PerformanceReport(measurements).inMarkdown();
        if (page == null) {
            System.out.print(tables);
        } else {
            new GeneratedSection(page, section).write("\n" + machine() + tables + "\n");
        }
        return 0;
    }

    private void measure(Measurements measurements, int round) throws IOException, RunnerException {
        List<Panel> panels = plan == Plan.ALL ? Panel.all() : Panel.PUBLISHED;
        ForkedRun forked = new ForkedRun(millis);
        for (Panel panel : panels) {
            if (!panel.inWords().contains(where)) {
                continue;
            }
            // A panel's engines run close together: they are what is compared.
            if (panel.processors().unavailable() != null) {
                System.out.printf(
                        "round %d: %s: left out, %s%n",
                        round, panel.inWords(), panel.processors().unavailable());
                continue;
            }
            List<EngineKind> engines = new ArrayList<>(panel.engines());
            engines.removeIf(engine -> engine.unavailable() != null);
            Collections.shuffle(engines, new Random(round));
            System.out.printf("round %d: %s: %d engines%n", round, panel.inWords(), engines.size());
            for (EngineKind engine : engines) {
                measurements.add(forked.measure(round, panel, engine));
            }
        }
    }

    private static String machine() {
        StringBuilder text = new StringBuilder("Java " + Runtime.version() + ", " + System.getProperty("os.name") + " "
                + System.getProperty("os.version") + " " + System.getProperty("os.arch") + ", "
                + Runtime.getRuntime().availableProcessors() + " processors.");
        for (EngineKind engine : EngineKind.values()) {
            if (engine.unavailable() != null) {
                text.append(" Not there: ")
                        .append(engine.inWords())
                        .append(" (")
                        .append(engine.unavailable())
                        .append(").");
            }
        }
        return text.append("\n\n").toString();
    }
}
