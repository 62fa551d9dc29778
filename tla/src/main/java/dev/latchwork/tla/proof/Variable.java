package dev.latchwork.tla.proof;

/**
 * A variable of the protocol, or a parameter of one of its actions, as the formulas have it. Immutable.
 *
 * @param name its word in {@code docs/protocol.md}, or what it is an abstraction of
 * @param kind what it ranges over
 */
public record Variable(String name, Kind kind) {

    /** A set of workers. */
    public static Variable workers(String name) {
        return new Variable(name, Kind.WORKERS);
    }

    /** One worker. */
    public static Variable worker(String name) {
        return new Variable(name, Kind.WORKER);
    }

    /** A number. */
    public static Variable number(String name) {
        return new Variable(name, Kind.NUMBER);
    }

    /** A generation. */
    public static Variable generation(String name) {
        return new Variable(name, Kind.GENERATION);
    }

    /** A truth value. */
    public static Variable flag(String name) {
        return new Variable(name, Kind.FLAG);
    }
}
