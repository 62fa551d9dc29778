package dev.latchwork.tla.distributed;

import java.io.IOException;

/** Ends this JVM when the one that started it is gone. Stateless. */
final class OwnerWatch {
    private static final int OWNER_IS_GONE = 3;

    private OwnerWatch() {}

    /** Starts to watch. The owner holds the other end of standard input, which the system closes when the owner ends. */
    static void start() {
        Thread watch = new Thread(OwnerWatch::awaitEndOfInput, "owner watch");
        watch.setDaemon(true);
        watch.start();
    }

    private static void awaitEndOfInput() {
        try {
            while (System.in.read() != -1) {
                // The owner writes nothing; whatever comes says no more than that it lives.
            }
        } catch (IOException e) {
            // Nobody is left who could be told.
        }
        Runtime.getRuntime().halt(OWNER_IS_GONE);
    }
}
