package dev.latchwork.nemesis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.SplittableRandom;

/**
 * Takes files away while I/Os on them are queued, or puts others in their place, and gives the same files back later. At
 * most one file is away at a time. Thread-safe.
 *
 * <p>It gives a file back in a later tick of the file system's clock than that in which it took it away: what happens within
 * one tick {@link dev.latchwork.aio.FileTarget} says that it cannot see.
 */
final class FileNemesis {
    private static final int NOTHING = -1;

    private final BlockFiles files;
    private int away = NOTHING;
    private long removals;
    private long replacements;
    private FileTime takenAt;

    FileNemesis(BlockFiles files) {
        this.files = files;
    }

    /** Takes a file away, unless one is away. */
    synchronized void takeAway(SplittableRandom random) {
        if (away != NOTHING) {
            return;
        }
        int file = random.nextInt(BlockFiles.FILES);
        try {
            Files.move(files.path(file), hidden(file), StandardCopyOption.ATOMIC_MOVE);
            away = file;
            removals++;
            if (random.nextBoolean()) {
                Files.write(files.path(file), new byte[] {1});
                replacements++;
            }
            takenAt = Files.getLastModifiedTime(files.path(file).getParent());
        } catch (IOException e) {
            throw new UncheckedIOException("the nemesis could not do its work", e);
        }
    }

    /** Gives back what is away. */
    synchronized void giveBack() {
        if (away == NOTHING) {
            return;
        }
        try {
            awaitTick();
            Files.move(
                    hidden(away),
                    files.path(away),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            away = NOTHING;
        } catch (IOException e) {
            throw new UncheckedIOException("the nemesis could not do its work", e);
        }
    }

    /** Until a change of the files' folder has another time than the last one. Another folder tells, so as to change nothing. */
    private void awaitTick() throws IOException {
        Path clock = files.clock();
        do {
            Files.write(clock, new byte[] {1});
        } while (Files.getLastModifiedTime(clock).compareTo(takenAt) <= 0);
    }

    private Path hidden(int file) {
        return files.path(file).resolveSibling("hidden" + file);
    }

    synchronized long removals() {
        return removals;
    }

    /** Of the removals, those after which another file stood in the place. */
    synchronized long replacements() {
        return replacements;
    }
}
