package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplacedFileIT {
    private static final int REPLACEMENTS = 1_000;
    private static final int OPENERS = 3;
    private static final byte RIGHT = 7;
    private static final byte WRONG = 1;

    @TempDir
    private Path directory;

    /** What one thread came to. */
    private record Opened(long right, long wrong, long refused) {}

    /**
     * A target is never opened as another file. It was: a file is taken away and another put in its place; it is given back,
     * and the folder has its new time of change a moment before the path leads elsewhere; a worker reads that time, opens the
     * other file, reads the identity of the right one, and finds the time unchanged. Without the look before the open this failed in
     * each of six runs.
     */
    @Test
    void open_whenTheFileIsGivenBackMeanwhile_thenNeverAnotherFile() throws Exception {
        Path path = Files.write(directory.resolve("file"), new byte[] {RIGHT});
        FileTarget target = FileTarget.forWriting(path);
        target.open().close();
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
        List<Future<Opened>> running = new ArrayList<>();
        try {
            for (int i = 0; i < OPENERS; i++) {
                running.add(openers.submit(() -> open(target, stop)));
            }
            replace(path);
        } finally {
            stop.set(true);
            openers.shutdown();
        }
        long right = 0;
        long refused = 0;
        for (Future<Opened> each : running) {
            assertEquals(0, each.get().wrong(), "another file was opened");
            right += each.get().right();
            refused += each.get().refused();
        }
        assertTrue(right > 0 && refused > 0, right + " opened, " + refused + " refused");
    }

    /** Each time in a later tick of the file system's clock: what happens within one a target cannot see. */
    private void replace(Path path) throws IOException {
        Path hidden = directory.resolve("hidden");
        Path clock = Files.createDirectory(directory.resolve("clock")).resolve("tick");
        for (int i = 0; i < REPLACEMENTS; i++) {
            Files.move(path, hidden, StandardCopyOption.ATOMIC_MOVE);
            Files.write(path, new byte[] {WRONG});
            FileTime taken = Files.getLastModifiedTime(directory);
            do {
                Files.write(clock, new byte[] {WRONG});
            } while (Files.getLastModifiedTime(clock).compareTo(taken) <= 0);
            Files.move(hidden, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Opened open(FileTarget target, AtomicBoolean stop) {
        ByteBuffer content = ByteBuffer.allocateDirect(1);
        long right = 0;
        long wrong = 0;
        long refused = 0;
        while (!stop.get()) {
            content.clear();
            try (OpenTarget opened = target.open()) {
                opened.read(content, 0);
                if (content.get(0) == RIGHT) {
                    right++;
                } else {
                    wrong++;
                }
            } catch (IOException e) {
                refused++;
            }
        }
        return new Opened(right, wrong, refused);
    }
}
