package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileNemesisIT {
    private static final int REMOVALS = 1_000;
    private static final int OPENERS = 3;

    @TempDir
    private Path directory;

    /** What one thread came to. */
    private record Opened(long right, long wrong, long refused) {}

    /**
     * A target is never opened as another file. It was: a file is taken away and another put in its place; it is given back,
     * and the folder has its new time of change a moment before the path leads elsewhere; a worker reads that time, opens the
     * other file, reads the identity of the right one, and finds the time unchanged. Without the look before the open, 24 of
     * 5,979 replacements led to it on a busy machine; so this finds it often, not always.
     */
    @Test
    void open_whenAFileIsGivenBackMeanwhile_thenNeverAnotherFile() throws Exception {
        BlockFiles files = new BlockFiles(directory, target -> target);
        FileNemesis nemesis = new FileNemesis(files);
        AtomicBoolean stop = new AtomicBoolean();
        ExecutorService openers = Executors.newFixedThreadPool(OPENERS);
        List<Future<Opened>> running = new ArrayList<>();
        try {
            for (int i = 0; i < OPENERS; i++) {
                running.add(openers.submit(() -> open(files, stop)));
            }
            SplittableRandom random = new SplittableRandom(1);
            for (int removal = 0; removal < REMOVALS; removal++) {
                nemesis.takeAway(random);
                nemesis.giveBack();
            }
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
        assertTrue(right > 0 && refused > 0 && nemesis.replacements() > 0, right + " opened, " + refused + " refused");
    }

    private static Opened open(BlockFiles files, AtomicBoolean stop) {
        ByteBuffer byteRead = ByteBuffer.allocateDirect(BlockFiles.BLOCK);
        long right = 0;
        long wrong = 0;
        long refused = 0;
        for (int file = 0; !stop.get(); file = (file + 1) % BlockFiles.FILES) {
            byteRead.clear();
            try (OpenTarget opened = files.target(file).open()) {
                // The other file has one byte.
                if (opened.read(byteRead, 0) == BlockFiles.BLOCK) {
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
