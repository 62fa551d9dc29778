package dev.latchwork.aio.unreadable;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * A file that is made unreadable between submit and reopen, for a user whom that concerns: its I/O fails with -ENOENT, the
 * worker is replaced, another file's I/O and, once it is readable again, its own succeed. Prints what it saw, one line for
 * each read.
 */
public final class UnreadableFile {
    private UnreadableFile() {}

    /** Takes a directory in which it may write. */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        Path file = Files.write(directory.resolve("file"), new byte[] {1});
        Path neighbour = Files.write(directory.resolve("neighbour"), new byte[] {2});
        HeldReopen held = new HeldReopen();
        AioSettings settings = AioSettings.defaults().withIoWorkers(1);
        try (AioInstance aio =
                        AioInstance.start(settings, WorkerSeams.reference().withProbe(held));
                IoSession session = aio.openSession()) {
            FileTarget target = FileTarget.forReading(file);
            FileTarget other = FileTarget.forReading(neighbour);
            print("readable", read(session, target, () -> {}));
            held.hold();
            print("made unreadable", read(session, target, () -> {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
                held.release();
            }));
            print("neighbour", read(session, other, () -> {}));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            print("readable again", read(session, target, () -> {}));
        }
    }

    /** What happens between submit and wait. */
    private interface Meanwhile {
        void act() throws IOException;
    }

    private static IoResult read(IoSession session, FileTarget target, Meanwhile meanwhile) throws IOException {
        IoResult result = new IoResult();
        WaitReference reference = new WaitReference();
        IoHandle handle = session.acquire(result);
        handle.reference(reference);
        handle.startRead(target, ByteBuffer.allocate(1), 0);
        meanwhile.act();
        session.await(reference);
        return result;
    }

    private static void print(String what, IoResult result) {
        System.out.println(what + ": " + result);
    }
}
