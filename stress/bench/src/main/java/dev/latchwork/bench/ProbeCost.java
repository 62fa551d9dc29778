package dev.latchwork.bench;

import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.worker.StepBenchmark;
import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What the probe costs that is switched off: the steps of the protocol with the shipped classes, and with the same classes
 * from which the calls of the probe have been removed, in forks that alternate.
 */
@Command(
        name = "probe-cost",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description = "Compares the probe switched off with classes that have none.")
public final class ProbeCost implements Callable<Integer> {
    private static final String CLASS_PATH = "java.class.path";

    @Option(names = "--rounds", defaultValue = "11", description = "pairs of forks, 1 or more")
    private int rounds;

    @Option(names = "--millis", defaultValue = "500", description = "length of an iteration, 50 or more")
    private int millis;

    @Option(names = "--page", description = "page whose section \"probe\" is to be written; default: print it")
    private Path page;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new ProbeCost()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, URISyntaxException, RunnerException {
        RangeCheck check = new RangeCheck(spec);
        check.atLeast("--rounds", rounds, 1);
        check.atLeast("--millis", millis, ForkedRun.LEAST_MILLIS);
        Path folder = Files.createTempDirectory("latchwork-probe");
        Path jar = Path.of(
                Probe.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        ProbeRemoval removal = new ProbeRemoval();
        removal.rewrite(jar, folder.resolve("with"), false);
        removal.rewrite(jar, folder.resolve("without"), true);
        String text = inWords(measure(folder), removal.removed());
        if (page == null) {
            System.out.print(text);
        } else {
            new GeneratedSection(page, "probe").write("\n" + text + "\n");
        }
        return 0;
    }

    private record Pair(double with, double without) {}

    private List<Pair> measure(Path folder) throws RunnerException {
        List<Pair> pairs = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            boolean withFirst = round % 2 == 1;
            double first = fork(folder.resolve(withFirst ? "with" : "without"));
            double second = fork(folder.resolve(withFirst ? "without" : "with"));
            pairs.add(withFirst ? new Pair(first, second) : new Pair(second, first));
            System.out.printf(Locale.ROOT, "round %d: %s ns for an I/O%n", round, pairs.get(pairs.size() - 1));
        }
        return pairs;
    }

    /** Nanoseconds for an I/O. JMH gives a fork the class path of this JVM. */
    private double fork(Path classes) throws RunnerException {
        String before = System.getProperty(CLASS_PATH);
        System.setProperty(CLASS_PATH, classes + File.pathSeparator + before);
        try {
            return new Runner(new OptionsBuilder()
                            .include("^" + StepBenchmark.class.getName() + ".batch$")
                            .forks(1)
                            .warmupIterations(4)
                            .warmupTime(TimeValue.milliseconds(millis))
                            .measurementIterations(4)
                            .measurementTime(TimeValue.milliseconds(millis))
                            .shouldFailOnError(true)
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .runSingle()
                    .getPrimaryResult()
                    .getScore();
        } finally {
            System.setProperty(CLASS_PATH, before);
        }
    }

    private static String inWords(List<Pair> pairs, int removed) {
        Spread ratio =
                Spread.of(pairs.stream().map(pair -> pair.with / pair.without).toList());
        Spread with = Spread.of(pairs.stream().map(Pair::with).toList());
        Spread without = Spread.of(pairs.stream().map(Pair::without).toList());
        return String.format(
                Locale.ROOT,
                "All steps of an I/O, with the probe switched off, against the same classes from which the %d calls of"
                        + " the probe were removed: %s, in %d pairs of forks (median and range; %.0f ns and %.0f ns for"
                        + " an I/O).%n",
                removed,
                ratio.inWords(3),
                ratio.count(),
                with.median(),
                without.median());
    }
}
