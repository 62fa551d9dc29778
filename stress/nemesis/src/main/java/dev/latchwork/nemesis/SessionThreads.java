package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Runs what sessions do, each in a thread of its own. */
final class SessionThreads {
    private SessionThreads() {}

    /**
     * Runs all at once and waits for each.
     *
     * @param deadline in {@link System#nanoTime}'s time
     * @return their results, in their order
     */
    static <T> List<T> runAll(List<? extends Callable<T>> sessions, long deadline)
            throws InterruptedException, ExecutionException, TimeoutException {
        ExecutorService threads = Executors.newFixedThreadPool(sessions.size(), SessionThreads::daemon);
        try {
            List<Future<T>> running = new ArrayList<>();
            for (Callable<T> session : sessions) {
                running.add(threads.submit(session));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> each : running) {
                results.add(each.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    /**
     * Closes the instance, which waits for every worker; one that never leaves would hold the caller for ever.
     *
     * @param deadline in {@link System#nanoTime}'s time
     */
    static void close(Aio aio, long deadline) throws InterruptedException, ExecutionException, TimeoutException {
        runAll(List.of(Executors.callable(aio::close)), deadline);
    }

    private static Thread daemon(Runnable body) {
        Thread thread = new Thread(body);
        // A hung session must not keep the program from ending with its verdict.
        thread.setDaemon(true);
        return thread;
    }
}
