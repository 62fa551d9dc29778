package dev.latchwork.verification;

/** The catalogue cannot be used as it is written; the message names the file and the entry. */
public final class CatalogueException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CatalogueException(String message) {
        super(message);
    }

    CatalogueException(String message, Throwable cause) {
        super(message, cause);
    }
}
