package dev.latchwork.aio.execution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchwork.aio.CapturedLog;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.OpenTarget;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenTargetsTest {
    @TempDir
    Path directory;

    /** A hit gives the same open file; the one unused for longest is closed when there are too many. */
    @Test
    void open_whenFull_thenTheOneUnusedForLongestIsClosed() throws IOException {
        try (OpenTargets targets = new OpenTargets(2)) {
            IoTarget a = file("a");
            IoTarget b = file("b");
            OpenTarget openA = targets.open(a);
            OpenTarget openB = targets.open(b);
            assertSame(openA, targets.open(a));
            targets.open(file("c"));
            assertThrows(ClosedChannelException.class, () -> openB.read(ByteBuffer.allocate(1), 0));
            assertEquals(1, openA.read(ByteBuffer.allocate(1), 0));
            assertNotSame(openB, targets.open(b));
        }
    }

    /** What was submitted before the check is covered by it; what was submitted after it is not. */
    @Test
    void reopen_whenSubmittedAfterTheLastCheck_thenCheckedAgain() throws IOException {
        try (OpenTargets targets = new OpenTargets(2)) {
            Path path = Files.write(directory.resolve("a"), new byte[] {1});
            IoTarget a = FileTarget.forReading(path);
            OpenTarget opened = targets.reopen(a, 1, 3);
            Files.delete(path);
            assertSame(opened, targets.reopen(a, 2, 3));
            assertSame(opened, targets.reopen(a, 3, 4));
            assertThrows(NoSuchFileException.class, () -> targets.reopen(a, 4, 4));
        }
    }

    /** A check that succeeds covers all that had been submitted by then, and no more. */
    @Test
    void reopen_whenFoundCurrent_thenCoversWhatWasSubmitted() throws IOException {
        try (OpenTargets targets = new OpenTargets(2)) {
            Path path = Files.write(directory.resolve("a"), new byte[] {1});
            IoTarget a = FileTarget.forReading(path);
            OpenTarget opened = targets.reopen(a, 1, 1);
            assertSame(opened, targets.reopen(a, 2, 5));
            Files.delete(path);
            assertSame(opened, targets.reopen(a, 5, 6));
            assertThrows(NoSuchFileException.class, () -> targets.reopen(a, 6, 6));
        }
    }

    /** A target that the issuer's side opened is covered by no check. */
    @Test
    void reopen_whenOpenedForNoSubmission_thenChecked() throws IOException {
        try (OpenTargets targets = new OpenTargets(2)) {
            Path path = Files.write(directory.resolve("a"), new byte[] {1});
            IoTarget a = FileTarget.forReading(path);
            targets.open(a);
            Files.delete(path);
            assertThrows(NoSuchFileException.class, () -> targets.reopen(a, 1, 1));
        }
    }

    /** Closing closes every file. */
    @Test
    void close_whenFilesAreOpen_thenAllAreClosed() throws IOException {
        OpenTargets targets = new OpenTargets(2);
        OpenTarget open = targets.open(file("a"));
        targets.close();
        assertThrows(ClosedChannelException.class, () -> open.read(ByteBuffer.allocate(1), 0));
    }

    /** A close that fails is nobody's result, so it is logged. */
    @Test
    void close_whenItFails_thenLogged() throws IOException {
        IoTarget broken = new IoTarget() {
            @Override
            public OpenTarget open() {
                return new OpenTarget() {
                    @Override
                    public int read(ByteBuffer buffer, long offset) {
                        return 0;
                    }

                    @Override
                    public int write(ByteBuffer buffer, long offset) {
                        return 0;
                    }

                    @Override
                    public void close() throws IOException {
                        throw new IOException("disk quota exceeded");
                    }
                };
            }

            @Override
            public boolean canReopen() {
                return true;
            }

            @Override
            public String describe() {
                return "broken target";
            }
        };
        try (CapturedLog log = new CapturedLog(OpenTargets.class.getName())) {
            OpenTargets targets = new OpenTargets(1);
            targets.open(broken);
            targets.close();
            assertEquals(List.of("could not close broken target"), log.messages());
        }
    }

    private IoTarget file(String name) throws IOException {
        return FileTarget.forReading(Files.write(directory.resolve(name), new byte[] {1}));
    }
}
