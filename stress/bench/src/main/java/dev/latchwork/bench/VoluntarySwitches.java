package dev.latchwork.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Voluntary context switches, as Linux counts them: how often threads went to sleep. In a closed loop each sleep is ended
 * by one wakeup, so this counts the wakeups of engines that have no counter of their own. -1 elsewhere.
 */
final class VoluntarySwitches {
    private static final String FIELD = "voluntary_ctxt_switches:";
    private static final Path SELF = Path.of("/proc/thread-self/status");
    private static final Path TASKS = Path.of("/proc/self/task");

    private VoluntarySwitches() {}

    /** Of all threads that live. */
    static long ofProcess() throws IOException {
        if (!Files.isDirectory(TASKS)) {
            return -1;
        }
        long sum = 0;
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                sum += of(task.resolve("status"));
            }
        }
        return sum;
    }

    /** Of the calling thread. */
    static long ofThread() throws IOException {
        return Files.isReadable(SELF) ? of(SELF) : -1;
    }

    private static long of(Path status) throws IOException {
        try {
            for (String line : Files.readAllLines(status)) {
                if (line.startsWith(FIELD)) {
                    return Long.parseLong(line.substring(FIELD.length()).strip());
                }
            }
        } catch (NoSuchFileException e) {
            // The thread has ended since it was listed; its switches are lost with it.
            return 0;
        }
        return 0;
    }
}
