package dev.latchwork.tla.distributed;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that started worker JVMs and was killed.
 *
 * @param workers how many it had started
 * @param orphans of these the ones that outlived it, each with its process id and command
 */
record KilledOwner(int workers, List<String> orphans) {
    /** How long a worker may outlive its owner: it may still be starting. */
    static final Duration LIMIT = Duration.ofSeconds(10);

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /** Starts {@code program}, kills it when it has told its workers' process ids, and ends the orphans that it leaves. */
    static KilledOwner of(Class<?> program, String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                program.getName()));
        line.addAll(List.of(arguments));
        Process owner = new ProcessBuilder(line).redirectErrorStream(true).start();
        List<ProcessHandle> workers;
        try (BufferedReader output = owner.inputReader()) {
            workers = workers(output.readLine());
        } finally {
            owner.destroyForcibly().waitFor();
        }
        awaitEnd(workers);
        List<ProcessHandle> left =
                workers.stream().filter(ProcessHandle::isAlive).toList();
        List<String> orphans = left.stream()
                .map(worker -> "process " + worker.pid() + " ("
                        + worker.info().command().orElse("command unknown") + ")")
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        left.forEach(worker -> worker.onExit().join());
        return new KilledOwner(workers.size(), orphans);
    }

    private static List<ProcessHandle> workers(String told) {
        if (told == null || !told.contains("processes")) {
            throw new AssertionError("the owner did not tell its workers' process ids: " + told);
        }
        List<ProcessHandle> workers = new ArrayList<>();
        Matcher ids = NUMBER.matcher(told.substring(told.indexOf("processes")));
        while (ids.find()) {
            ProcessHandle.of(Long.parseLong(ids.group())).ifPresent(workers::add);
        }
        return workers;
    }

    /** Returns when all have ended or the limit is over. */
    private static void awaitEnd(List<ProcessHandle> workers) {
        CompletableFuture.allOf(workers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
                .completeOnTimeout(null, LIMIT.toSeconds(), TimeUnit.SECONDS)
                .join();
    }
}
