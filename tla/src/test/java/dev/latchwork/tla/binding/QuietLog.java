package dev.latchwork.tla.binding;

import java.util.logging.Level;
import java.util.logging.Logger;

/** Keeps the implementation from telling of each reopen failure: there are tens of thousands, all wanted. */
final class QuietLog {
    /** Kept here, because a logger that nobody keeps forgets its level. */
    private final Logger logger = Logger.getLogger("dev.latchwork.aio");

    private Level before;

    void begin() {
        before = logger.getLevel();
        logger.setLevel(Level.OFF);
    }

    void end() {
        logger.setLevel(before);
    }
}
