package dev.latchwork.jcstress;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * One run of jcstress in a JVM of its own, which starts others. Its exit code is not asked: it is 0 also when no test ran.
 *
 * @param folder where it works and leaves its results and its console
 */
record JcstressRun(Path folder) {
    private static final String RESULTS = "jcstress-results-*.bin.gz";
    private static final long PROGRESS_SECONDS = 15;

    /**
     * Runs the tests whose names match, and returns what was recorded of each in each of its JVMs.
     *
     * @throws AssertionError if it takes longer than the budget allows
     */
    Collection<TestResult> run(String tests) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        // What an earlier run recorded must not stand in for this one.
        for (Path old : recorded()) {
            Files.delete(old);
        }
        Process process = start(tests);
        try {
            await(process);
        } finally {
            end(process);
        }
        return read();
    }

    Path console() {
        return folder.resolve("console.txt");
    }

    private Process start(String tests) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openjdk.jcstress.Main",
                "-r",
                folder.resolve("html").toString(),
                "-t",
                tests));
        command.addAll(JcstressBudget.arguments());
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(console().toFile())
                .start();
    }

    private void await(Process process) throws InterruptedException {
        long started = System.nanoTime();
        while (!process.waitFor(PROGRESS_SECONDS, TimeUnit.SECONDS)) {
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - started);
            System.out.println("jcstress has been running for " + seconds + " s");
            if (seconds > TimeUnit.MINUTES.toSeconds(JcstressBudget.limitMinutes())) {
                throw new AssertionError(
                        "jcstress has not ended in " + JcstressBudget.limitMinutes() + " minutes; see " + console());
            }
        }
    }

    /** Ends what still runs: the JVMs that jcstress has started would outlive it. */
    private static void end(Process process) {
        List<ProcessHandle> started = process.descendants().toList();
        process.destroyForcibly();
        started.forEach(ProcessHandle::destroyForcibly);
    }

    private List<Path> recorded() throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, RESULTS)) {
            files.forEach(found::add);
        }
        return found;
    }

    private Collection<TestResult> read() throws IOException {
        InProcessCollector collector = new InProcessCollector();
        for (Path file : recorded()) {
            try {
                DiskReadCollector reader = new DiskReadCollector(file.toString(), collector);
                reader.dump();
                reader.close();
            } catch (ClassNotFoundException e) {
                throw new IOException(file + " was written by another jcstress", e);
            }
        }
        return collector.getTestResults();
    }
}
