package dev.latchwork.jcstress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/**
 * Runs jcstress in a JVM of its own and judges what it recorded: its exit code is no verdict, since it is 0 also when no test
 * ran. Every test has a floor of samples, and every side of its race must have been seen; a weakened variant must show
 * what is forbidden.
 */
class JcstressIT {
    private static final long LIMIT_MINUTES = 8;
    private static final long SAMPLES_AT_LEAST = 10_000;
    private static final String PACKAGE = "dev.latchwork.jcstress.";

    /** The tests, and the checks that they are. */
    private static final Map<String, String> CHECKS = new TreeMap<>(Map.of(
            "LatchStress.SetVsWaitActual", "jcstress/LatchStress.SetVsWait/reference",
            "LatchStress.SetVsWaitWeakened", "jcstress/LatchStress.SetVsWait/M01",
            "LatchStress.SetVsResetActual", "jcstress/LatchStress.SetVsReset/reference",
            "LatchStress.SetVsResetWeakened", "jcstress/LatchStress.SetVsReset/M01",
            "HandlePublicationStress.Actual", "jcstress/HandlePublicationStress/reference",
            "HandlePublicationStress.Weakened", "jcstress/HandlePublicationStress/M02"));

    private final Path folder = Path.of(System.getProperty("jcstress.folder"));
    private final Pattern selected = Pattern.compile(System.getProperty("jcstress.tests"));

    @TestFactory
    Stream<DynamicTest> jcstress() throws Exception {
        Map<String, CheckRun> runs = new TreeMap<>();
        CHECKS.forEach((test, check) -> {
            if (selected.matcher(test).find()) {
                runs.put(test, CheckRun.start(check));
            }
        });
        assertFalse(runs.isEmpty(), "no test matches " + selected);
        runForked(runs.keySet());
        Collection<TestResult> results = read();
        assertEquals(runs.size(), results.size(), "tests that ran");
        return results.stream()
                .sorted(Comparator.comparing(TestResult::getName))
                .map(result -> dynamicTest(shortName(result), () -> judge(result, runs.get(shortName(result)))));
    }

    private static String shortName(TestResult result) {
        return result.getName().substring(PACKAGE.length());
    }

    private void runForked(Collection<String> tests) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        deleteResults();
        String pattern = tests.stream()
                .map(test -> Pattern.quote(PACKAGE + test) + "$")
                .reduce((a, b) -> a + "|" + b)
                .orElseThrow();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-r",
                folder.resolve("html").toString(),
                "-t",
                pattern));
        command.addAll(Arrays.asList(System.getProperty("jcstress.arguments").split(" ")));
        System.out.println("jcstress runs " + tests.size() + " tests: " + folder.resolve("console.txt"));
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("console.txt").toFile())
                .start();
        long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(LIMIT_MINUTES);
        while (!process.waitFor(15, TimeUnit.SECONDS)) {
            System.out.println("jcstress is running");
            if (System.nanoTime() > deadline) {
                // Its forks would outlive it.
                List<ProcessHandle> forks = process.descendants().toList();
                process.destroyForcibly();
                forks.forEach(ProcessHandle::destroyForcibly);
                fail("jcstress is over its limit of " + LIMIT_MINUTES + " minutes");
            }
        }
    }

    private void deleteResults() throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "jcstress-results-*.bin.gz")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    private Collection<TestResult> read() throws IOException {
        InProcessCollector collector = new InProcessCollector();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "jcstress-results-*.bin.gz")) {
            for (Path file : files) {
                DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
                reader.dump();
                reader.close();
            }
        } catch (ClassNotFoundException e) {
            throw new IOException("the results are of another jcstress", e);
        }
        return ReportUtils.mergedByName(collector.getTestResults());
    }

    private void judge(TestResult result, CheckRun run) {
        long samples = result.getTotalCount();
        long forbidden = 0;
        StringBuilder outcomes = new StringBuilder();
        for (GradingResult state : result.grading().gradingResults.values()) {
            outcomes.append(String.format("%s: %,d %s%n", state.id, state.count, state.expect.name()));
            if (state.expect == Expect.FORBIDDEN) {
                forbidden += state.count;
            }
        }
        Effort effort = Effort.of("samples", samples).and("forbidden", forbidden);
        Outcome outcome;
        String detail = outcomes.toString();
        if (result.status() != Status.NORMAL) {
            outcome = Outcome.BROKEN;
            detail = result.status() + " " + result.getMessages();
        } else if (samples < SAMPLES_AT_LEAST) {
            outcome = Outcome.BROKEN;
            detail = samples + " samples are fewer than " + SAMPLES_AT_LEAST;
        } else if (forbidden > 0) {
            outcome = Outcome.VIOLATED;
        } else if (bothSidesOf(result)) {
            outcome = Outcome.HELD;
        } else {
            outcome = Outcome.BROKEN;
            detail = "not every side of the race was seen: " + outcomes;
        }
        run.finish(outcome, effort, witness(), detail);
    }

    /** Whether at least two outcomes were seen: then the actors did meet in more than one order. */
    private static boolean bothSidesOf(TestResult result) {
        return result.grading().gradingResults.values().stream()
                        .filter(state -> state.expect == Expect.ACCEPTABLE && state.count > 0)
                        .count()
                >= 2;
    }

    /** jcstress's own account of the run, in the report's folder. */
    private Path witness() {
        Path traces = Path.of(System.getProperty("latchwork.report.dir"), "traces", "jcstress");
        try {
            Files.createDirectories(traces);
            Path copy = traces.resolve("console.txt");
            Files.copy(folder.resolve("console.txt"), copy, StandardCopyOption.REPLACE_EXISTING);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
