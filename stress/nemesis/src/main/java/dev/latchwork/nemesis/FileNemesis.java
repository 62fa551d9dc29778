package dev.latchwork.nemesis;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.SplittableRandom;

/**
 * Takes files away while I/Os on them are queued, or puts others in their place, and gives the same files back later. At
 * most one file is away at a time. Thread-safe.
 */
final class FileNemesis {
    private static final int NOTHING = -1;

    private final BlockFiles files;
    private int away = NOTHING;
    private long removals;
    private long replacements;

    FileNemesis(BlockFiles files) {
        this.files = files;
    }

    /** Takes a file away, or gives back the one that is away. */
    synchronized void act(SplittableRandom random) {
        try {
            if (away != NOTHING) {
                giveBack();
                return;
            }
            away = random.nextInt(BlockFiles.FILES);
            Files.move(files.path(away), hidden(away), StandardCopyOption.ATOMIC_MOVE);
            removals++;
            if (random.nextBoolean()) {
                Files.write(files.path(away), new byte[] {1});
                replacements++;
            }
        } catch (IOException e) {
            throw new IllegalStateException("the nemesis could not do its work", e);
        }
    }

    /** Gives back what is away, at the end. */
    synchronized void giveBack() throws IOException {
        if (away != NOTHING) {
            Files.move(
                    hidden(away),
                    files.path(away),
                    StandardCopyOption.ATOMIC_MOVE,
                    StandardCopyOption.REPLACE_EXISTING);
            away = NOTHING;
        }
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
