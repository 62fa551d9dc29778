package dev.latchwork.model;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;

/**
 * Some threads, of which the caller's is one, that do the units of a phase together. Confined to the caller's thread. A
 * mutant overrides {@link #run}.
 */
class WorkCrew implements AutoCloseable {
    /*
     * Overview
     * 1 What it is: a fork and join of one phase after another. 2 Corresponds to: none.
     * 3 Representation: a pool of the other threads, and for each phase a counter of the units that are taken.
     * 4 Invariants: each unit is done by one thread, once; between phases only the caller's thread runs.
     * 5 Guards and lock order: none of its own.
     * 6 Linearization points: getAndIncrement takes a unit.
     * 7 Memory ordering: what the caller wrote before run is seen by every unit (a submit happens before its task), and
     *   what a unit wrote is seen by the caller after run (a task happens before the return of its Future.get), hence by
     *   all units of later phases. Units of one phase are not ordered: none reads what another writes. A crew that
     *   returned before its last unit would let the caller read half a phase.
     * 8 Blocking and wakeup argument: the caller waits for tasks that wait for nothing. With one thread, or one unit,
     *   there is no task.
     * 9 Departures, gaps, references: none.
     */
    private final int threads;
    private final ExecutorService others;

    /** @param threads 1 or more */
    WorkCrew(int threads) {
        this.threads = threads;
        this.others = Executors.newFixedThreadPool(Math.max(1, threads - 1), task -> {
            Thread thread = new Thread(task, "explorer");
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Does {@code unit} for 0 to {@code units - 1}, and returns when all are done. When one fails, the others that are
     * under way are finished, and what it threw is thrown here.
     */
    void run(int units, IntConsumer unit) {
        AtomicInteger next = new AtomicInteger();
        Runnable share = () -> {
            for (int i = next.getAndIncrement(); i < units; i = next.getAndIncrement()) {
                unit.accept(i);
            }
        };
        List<Future<?>> shares = new ArrayList<>();
        for (int thread = 1; thread < Math.min(threads, units); thread++) {
            shares.add(others.submit(share));
        }
        try {
            share.run();
        } finally {
            join(shares);
        }
    }

    private static void join(List<Future<?>> shares) {
        boolean interrupted = false;
        Throwable failure = null;
        for (Future<?> share : shares) {
            boolean done = false;
            while (!done) {
                try {
                    share.get();
                    done = true;
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    failure = e.getCause();
                    done = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }

    @Override
    public final void close() {
        others.shutdown();
    }
}
