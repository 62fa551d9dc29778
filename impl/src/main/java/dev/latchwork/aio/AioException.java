package dev.latchwork.aio;

/**
 * Misuse of the interface ("API violation", as PostgreSQL says), an instance that is closed, or one that has failed.
 * The outcome of an I/O is never an exception: it is in the {@link IoResult}.
 */
public final class AioException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public AioException(String message) {
        super(message);
    }

    public AioException(String message, Throwable cause) {
        super(message, cause);
    }
}
