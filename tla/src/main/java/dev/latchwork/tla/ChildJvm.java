package dev.latchwork.tla;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program in a JVM of its own. TLC keeps its state in static fields, so that a second run in one JVM is wrong; and it
 * leaves a thread behind that keeps its JVM alive.
 *
 * @param name what runs, for the progress line
 * @param options options of the JVM
 * @param classPath where the program's classes are
 * @param command the main class and its arguments
 * @param folder the working folder
 * @param limit how long it may take
 */
public record ChildJvm(
        String name, List<String> options, String classPath, List<String> command, Path folder, Duration limit) {

    private static final Duration PROGRESS_INTERVAL = Duration.ofSeconds(10);

    /**
     * The end of a program.
     *
     * @param exit the exit status; without meaning when the limit was reached
     * @param withinLimit false when it was ended because it took too long
     * @param lines standard output and standard error, in the order in which they were written
     */
    public record Ended(int exit, boolean withinLimit, List<String> lines) {}

    public ChildJvm {
        options = List.copyOf(options);
        command = List.copyOf(command);
    }

    /**
     * Runs the program to its end, or to the limit. No process is left behind.
     *
     * @param progress gets a line at least every ten seconds
     * @throws IOException if the JVM cannot be started or its output not be read
     * @throws InterruptedException if the caller is interrupted; the program is ended
     */
    public Ended run(ScratchFolder scratch, Consumer<String> progress) throws IOException, InterruptedException {
        Path output = scratch.file("output.txt");
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-Djava.io.tmpdir=" + scratch.folder("tmp"));
        line.add("-cp");
        line.add(classPath);
        line.addAll(command);
        Process process = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(nothing(scratch)))
                .start();
        Thread endWithParent = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithParent);
        try {
            boolean withinLimit = await(process, progress);
            process.destroyForcibly();
            return new Ended(process.waitFor(), withinLimit, Files.readAllLines(output));
        } finally {
            process.destroyForcibly();
            Runtime.getRuntime().removeShutdownHook(endWithParent);
        }
    }

    private boolean await(Process process, Consumer<String> progress) throws InterruptedException {
        long start = System.nanoTime();
        while (true) {
            Duration left = limit.minusNanos(System.nanoTime() - start);
            Duration turn = left.compareTo(PROGRESS_INTERVAL) < 0 ? left : PROGRESS_INTERVAL;
            if (process.waitFor(turn.toMillis(), TimeUnit.MILLISECONDS)) {
                return true;
            }
            Duration spent = Duration.ofNanos(System.nanoTime() - start);
            if (spent.compareTo(limit) >= 0) {
                return false;
            }
            progress.accept(name + ": running for " + spent.toSeconds() + " s");
        }
    }

    private static File nothing(ScratchFolder scratch) throws IOException {
        return Files.createFile(scratch.file("input.txt")).toFile();
    }
}
