package dev.latchwork.properties;

/**
 * The property does not hold for this sample. Its own class, so that a mutant counts as killed only when the property
 * itself was seen to fail, and not when a generator, a statistic or the test's own code did.
 */
final class Violation extends AssertionError {
    private static final long serialVersionUID = 1L;

    Violation(String message) {
        super(message);
    }

    Violation(String message, Throwable cause) {
        super(message, cause);
    }

    /** Throws unless what is seen equals what is expected. */
    static void unlessEqual(Object expected, Object seen, String what) {
        if (!expected.equals(seen)) {
            throw new Violation(what + " is " + seen + ", expected " + expected);
        }
    }
}
