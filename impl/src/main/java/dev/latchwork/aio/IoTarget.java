package dev.latchwork.aio;

import java.io.IOException;

/**
 * What an I/O reads from or writes to (PostgreSQL: {@code PgAioTargetInfo}). Immutable and shared; whoever performs the
 * I/O opens the target for itself, because a {@link java.nio.channels.FileChannel} closes under everybody when one
 * thread that uses it is interrupted, just as a process cannot use another process's file descriptor.
 */
public interface IoTarget {
    /** Opens the target for the calling thread alone. */
    OpenTarget open() throws IOException;

    /** Whether a thread other than the issuer's may open it; an I/O on any other target runs in its submitter. */
    boolean canReopen();

    /** For messages: what it is, in words. */
    String describe();
}
