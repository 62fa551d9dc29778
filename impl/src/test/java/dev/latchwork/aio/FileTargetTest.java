package dev.latchwork.aio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileTargetTest {
    private static final int SWAPPED_OPENS = 1000;

    @TempDir
    Path directory;

    private Path file;
    private FileTarget target;

    @BeforeEach
    void create() throws IOException {
        file = Files.write(directory.resolve("file"), new byte[] {1, 2, 3, 4});
        target = FileTarget.forReading(file);
    }

    /** While nothing changes, the open file stays current, however fresh or old its directory is. */
    @Test
    void isCurrent_whenNothingChanges_thenTrue() throws IOException {
        try (OpenTarget open = target.open()) {
            assertTrue(open.isCurrent());
            settle();
            assertTrue(open.isCurrent());
            assertTrue(open.isCurrent());
        }
    }

    /** Another file in the same directory is no change of this one. */
    @Test
    void isCurrent_whenANeighbourComes_thenTrue() throws IOException {
        try (OpenTarget open = target.open()) {
            settle();
            assertTrue(open.isCurrent());
            Files.write(directory.resolve("neighbour"), new byte[1]);
            assertTrue(open.isCurrent());
        }
    }

    /** A deleted file is not current, and cannot be opened again. */
    @Test
    void isCurrent_whenDeleted_thenFalse() throws IOException {
        try (OpenTarget open = target.open()) {
            Files.delete(file);
            assertFalse(open.isCurrent());
            assertThrows(NoSuchFileException.class, target::open);
        }
    }

    /** A replaced file is another file, also when it is replaced at once, with the same name, size and time. */
    @Test
    void isCurrent_whenReplaced_thenFalseAndOpenRefuses() throws IOException {
        try (OpenTarget open = target.open()) {
            assertTrue(open.isCurrent());
            FileTime modified = Files.getLastModifiedTime(file);
            Path other = Files.write(directory.resolve("other"), new byte[] {1, 2, 3, 4});
            Files.setLastModifiedTime(other, modified);
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            assertFalse(open.isCurrent());
            FileSystemException error = assertThrows(FileSystemException.class, target::open);
            assertEquals("replaced since it was first opened", error.getReason());
        }
    }

    /**
     * Whoever replaces the file and puts it back while it is being opened does not pass another file off as it. Kept from a
     * run of mixed I/Os, in which a worker opened the replacement and then found the path leading to the right file again.
     */
    @Test
    void open_whenReplacedAndPutBackMeanwhile_thenItIsTheFileOrRefused(@TempDir Path elsewhere) throws Exception {
        target.open().close();
        Path hidden = directory.resolve("hidden");
        AtomicBoolean done = new AtomicBoolean();
        Thread swapper = new Thread(() -> {
            try {
                while (!done.get()) {
                    Files.move(file, hidden, StandardCopyOption.ATOMIC_MOVE);
                    Files.write(file, new byte[] {9, 9, 9, 9});
                    awaitTick(elsewhere);
                    Files.move(hidden, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                    awaitTick(elsewhere);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        swapper.start();
        int opened = 0;
        int refused = 0;
        try {
            while (opened < SWAPPED_OPENS || refused < SWAPPED_OPENS) {
                ByteBuffer buffer = ByteBuffer.allocate(4);
                try (OpenTarget open = target.open()) {
                    open.read(buffer, 0);
                    opened++;
                } catch (FileSystemException e) {
                    refused++;
                    continue;
                }
                assertArrayEquals(new byte[] {1, 2, 3, 4}, buffer.array(), "after " + opened + " opens");
            }
        } finally {
            done.set(true);
            swapper.join();
        }
    }

    /** Until the clock that stamps files has moved on since the directory was changed. */
    private void awaitTick(Path elsewhere) throws IOException {
        FileTime changed = Files.getLastModifiedTime(directory);
        Path stamp = elsewhere.resolve("stamp");
        do {
            Files.write(stamp, new byte[1]);
        } while (Files.getLastModifiedTime(stamp).compareTo(changed) <= 0);
    }

    /** A trusting target is not looked at again. */
    @Test
    void isCurrent_whenTrusting_thenAlwaysTrue() throws IOException {
        try (OpenTarget open = target.trusting().open()) {
            Files.delete(file);
            assertTrue(open.isCurrent());
        }
    }

    /** Only the first open of a file for writing creates it; a reopen that did would hide that it is gone. */
    @Test
    void open_whenWritableFileIsGone_thenRefusesToMakeAnother() throws IOException {
        FileTarget writable = FileTarget.forWriting(directory.resolve("new"));
        writable.open().close();
        Files.delete(directory.resolve("new"));
        assertThrows(NoSuchFileException.class, writable::open);
    }

    /** Vectored transfers fill and drain buffer after buffer, and end where the file does. */
    @Test
    void read_whenSeveralBuffers_thenOneAfterTheOther() throws IOException {
        try (OpenTarget open = target.open()) {
            ByteBuffer[] buffers = {ByteBuffer.allocate(1), ByteBuffer.allocate(2), ByteBuffer.allocate(2)};
            assertEquals(4, open.read(buffers, 0));
            assertArrayEquals(new byte[] {2, 3}, buffers[1].array());
            assertEquals(1, buffers[2].position());
            assertEquals(0, open.read(ByteBuffer.allocate(1), 4));
        }
    }

    /** Makes the directory's last change look old enough to be told from the next one. */
    private void settle() throws IOException {
        Files.setLastModifiedTime(directory, FileTime.fromMillis(System.currentTimeMillis() - 10_000));
    }
}
