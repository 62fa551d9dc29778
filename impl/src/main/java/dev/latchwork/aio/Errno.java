package dev.latchwork.aio;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonReadableChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;

/**
 * Error numbers of a failed I/O, as a system call reports them: a result is a byte count or the negated number.
 * Java hides the number behind exception classes; what it hides entirely becomes {@link #EIO}.
 */
public final class Errno {
    /** No such file; also every failed reopen, whatever its cause (the patch has "not really a good errno" for it). */
    public static final int ENOENT = 2;
    /** Input/output error. */
    public static final int EIO = 5;
    /** The file is not open for this operation. */
    public static final int EBADF = 9;
    /** Permission denied. */
    public static final int EACCES = 13;

    private Errno() {}

    /** The error number, above zero, for a failed operation. */
    public static int of(Exception failure) {
        if (failure instanceof NoSuchFileException) {
            return ENOENT;
        }
        if (failure instanceof AccessDeniedException) {
            return EACCES;
        }
        if (failure instanceof NonReadableChannelException
                || failure instanceof NonWritableChannelException
                || failure instanceof ClosedChannelException) {
            return EBADF;
        }
        return EIO;
    }

    /** Whether the failure is an I/O's own and becomes its result; anything else is a programming error. */
    public static boolean isResult(Exception failure) {
        return failure instanceof IOException
                || failure instanceof NonReadableChannelException
                || failure instanceof NonWritableChannelException;
    }

    /** The symbol of {@code errno}, for messages; its number where there is no symbol here. */
    public static String name(int errno) {
        return switch (errno) {
            case ENOENT -> "ENOENT";
            case EIO -> "EIO";
            case EBADF -> "EBADF";
            case EACCES -> "EACCES";
            default -> Integer.toString(errno);
        };
    }
}
