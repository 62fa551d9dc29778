package dev.latchwork.subject;

/** What was given cannot be judged; the message says why, for whoever gave it. */
public final class UnusableSubjectException extends Exception {
    private static final long serialVersionUID = 1;

    UnusableSubjectException(String message) {
        super(message);
    }

    UnusableSubjectException(String message, Throwable cause) {
        super(message, cause);
    }
}
