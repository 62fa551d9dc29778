package dev.latchwork.aio;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.Objects;
import java.util.Set;

/**
 * A file, named by its path. Any worker may reopen it. Compared by identity: one object, one entry in a cache.
 *
 * <p>A target stands for the file that was behind its path when the target was first opened, which is its first issuer's
 * doing. A file that was deleted, replaced or made unreadable since then cannot be reopened; this is checked at a reopen,
 * also when the worker still has the file open, unless the worker has checked since the I/O was submitted. The check costs
 * two system calls and allocates nothing while nothing changes in the file's directory. What it cannot see: a change of a
 * directory further up the path, and a file that was replaced and put back within one tick of the file system's clock
 * while it was being opened.
 * {@link #trusting} does without: the owner of the files then says himself when an open file is to be forgotten, by not
 * using the target any more, as PostgreSQL's storage manager does by invalidation.
 */
public final class FileTarget implements IoTarget {
    private static final Set<StandardOpenOption> READ = Set.of(StandardOpenOption.READ);
    private static final Set<StandardOpenOption> READ_WRITE =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.CREATE);

    private static final Set<StandardOpenOption> WRITE_EXISTING =
            Set.of(StandardOpenOption.READ, StandardOpenOption.WRITE);

    /** Stands for the identity of files on file systems that have none: there, a replaced file is not noticed. */
    private static final Object NO_KEY = "no key";

    /** Opens of a file whose directory changes each time, before it is given up. */
    private static final int OPEN_ATTEMPTS = 1000;

    /** Time stamps of directories are at least this fine, in milliseconds, with room for a coarse kernel clock. */
    private static final long GRANULARITY_MILLIS = 100;

    private final Path path;
    private final File file;
    private final File directory;
    private final boolean writable;
    private final boolean trusting;

    /** File system and inode of the file behind the path at the first open; null before, or where there is no such key. */
    private volatile Object fileKey;

    private FileTarget(Path path, boolean writable, boolean trusting) {
        this.path = Objects.requireNonNull(path, "path").toAbsolutePath();
        this.file = this.path.toFile();
        this.directory = file.getParentFile() == null ? file : file.getParentFile();
        this.writable = writable;
        this.trusting = trusting;
    }

    /** A file that must exist, for reading only. */
    public static FileTarget forReading(Path path) {
        return new FileTarget(path, false, false);
    }

    /** A file for reading and writing, created at the first open if it does not exist. */
    public static FileTarget forWriting(Path path) {
        return new FileTarget(path, true, false);
    }

    /** The same file as a target that is not looked at again once an executor has it open. */
    public FileTarget trusting() {
        return new FileTarget(path, writable, true);
    }

    @Override
    public OpenTarget open() throws IOException {
        for (int attempt = 0; attempt < OPEN_ATTEMPTS; attempt++) {
            OpenTarget opened = openOnce();
            if (opened != null) {
                return opened;
            }
        }
        throw new FileSystemException(
                path.toString(),
                null,
                "its directory changed during each of " + OPEN_ATTEMPTS + " attempts to open it");
    }

    /** The file, or null if its directory changed meanwhile, so that channel and identity may be of two files. */
    private OpenTarget openOnce() throws IOException {
        boolean first = fileKey == null;
        FileTime before = Files.getLastModifiedTime(directory.toPath());
        // Looked at before the open too: a file system says that a directory has changed a moment before the path leads
        // elsewhere, so a file that is put back just then would have the right time, and another file behind the path.
        if (!first && !isTheFile(key())) {
            throw replaced();
        }
        // Only the first open may create the file: a reopen that did would hide that the file is gone.
        FileChannel channel = FileChannel.open(path, !writable ? READ : first ? READ_WRITE : WRITE_EXISTING);
        try {
            // The identity is read from the path, since a channel has none. A file that was replaced before the channel
            // was
            // opened, and put back before the identity was read, would pass for the right one; but then its directory
            // has
            // another time of change, which is read in full here, since an open may allocate.
            Object key = key();
            if (!Files.getLastModifiedTime(directory.toPath()).equals(before)) {
                channel.close();
                return null;
            }
            if (!isTheFile(key)) {
                throw replaced();
            }
            return new OpenFile(channel, before.toMillis());
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private FileSystemException replaced() {
        return new FileSystemException(path.toString(), null, "replaced since it was first opened");
    }

    /** Whether {@code key} is that of the file that this target stands for; the first one makes it so. */
    private synchronized boolean isTheFile(Object key) {
        if (fileKey == null) {
            fileKey = key;
        }
        return key.equals(fileKey);
    }

    private Object key() throws IOException {
        Object key = Files.readAttributes(path, BasicFileAttributes.class).fileKey();
        return key != null ? key : NO_KEY;
    }

    @Override
    public boolean canReopen() {
        return true;
    }

    @Override
    public String describe() {
        return "file \"" + path + "\"";
    }

    @Override
    public String toString() {
        return describe();
    }

    /** Thread-confined, as every opened target. */
    private final class OpenFile implements OpenTarget {
        private final FileChannel channel;
        /** When the directory had last been changed at a moment when the path was known to lead to this file; ms. */
        private long directoryModified;

        OpenFile(FileChannel channel, long directoryModified) {
            this.channel = channel;
            this.directoryModified = directoryModified;
        }

        @Override
        public int read(ByteBuffer buffer, long offset) throws IOException {
            // FileChannel says -1 at end of file where pread says 0.
            return Math.max(0, channel.read(buffer, offset));
        }

        @Override
        public int write(ByteBuffer buffer, long offset) throws IOException {
            return channel.write(buffer, offset);
        }

        @Override
        public boolean isCurrent() {
            return trusting || (isAccessible() && isStillBehindThePath());
        }

        private boolean isAccessible() {
            return file.canRead() && (!writable || file.canWrite());
        }

        /*
         * To delete or replace a file changes its directory, and the directory's time of change is there without an
         * allocation. Only if it differs is the file itself looked at. A second change within the granularity of that time
         * would go unnoticed, so a time that is not old yet proves nothing.
         */
        private boolean isStillBehindThePath() {
            long modified = directory.lastModified();
            boolean settled = System.currentTimeMillis() - modified > GRANULARITY_MILLIS;
            if (modified == directoryModified && settled) {
                return true;
            }
            try {
                if (!isTheFile(key())) {
                    return false;
                }
            } catch (IOException e) {
                return false;
            }
            directoryModified = modified;
            return true;
        }

        @Override
        public void close() throws IOException {
            channel.close();
        }
    }
}
