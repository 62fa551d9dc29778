package dev.latchwork.aio;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What a class of the implementation logs while this is open, and nothing of it on the console. Thread-safe. */
public final class CapturedLog extends Handler implements AutoCloseable {
    private final List<String> messages = new CopyOnWriteArrayList<>();
    private final SimpleFormatter formatter = new SimpleFormatter();
    private final Logger logger;
    private final Level levelBefore;
    private final boolean parentBefore;

    /** Captures everything that the class logs, whatever the level. */
    public CapturedLog(String className) {
        logger = Logger.getLogger(className);
        levelBefore = logger.getLevel();
        parentBefore = logger.getUseParentHandlers();
        setLevel(Level.ALL);
        logger.setLevel(Level.ALL);
        logger.setUseParentHandlers(false);
        logger.addHandler(this);
    }

    /** The messages so far, formatted, without time and level. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    @Override
    public void publish(LogRecord message) {
        messages.add(formatter.formatMessage(message));
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        logger.removeHandler(this);
        logger.setUseParentHandlers(parentBefore);
        logger.setLevel(levelBefore);
    }
}
