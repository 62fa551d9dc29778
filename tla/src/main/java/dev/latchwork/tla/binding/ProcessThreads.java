package dev.latchwork.tla.binding;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.latch.ThreadParker;
import dev.latchwork.aio.worker.ProcessRunner;
import dev.latchwork.aio.worker.WorkerSeams;
import java.util.IdentityHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A controlled scheduler: each process has a thread of its own, and one of them runs at a time, for one step. A process that
 * comes to a wait really waits, parked, until it really is unparked. Used by one thread, which closes it.
 */
final class ProcessThreads implements ProcessRunner, AutoCloseable {
    /*
     * Overview.
     * 1 What it is: the hand-over of the one turn between the scheduler's thread and the processes' threads.
     * 2 Corresponds to: the interleaving of the specification's actions.
     * 3 Representation: one turn at a time. `run` gives a thread its step and waits for `done`. A thread whose next step is
     *   a wait for a latch that is not set is let into it (`waits`); its parker says `done` before it parks, and keeps it
     *   after it was unparked until the scheduler takes the step. So Await is a step like the others, and the thread was
     *   asleep in between.
     * 4 Invariants: no thread but the scheduler's or the one that has the turn changes anything.
     * 5 Guards and lock order: semaphores only.
     * 6 Linearization points: none.
     * 7 Memory ordering: what a step did happens before the next one by the semaphores. So a missing fence is not seen
     *   here; jcstress looks for those.
     * 8 Blocking and wakeup argument: the scheduler waits at most LIMIT for a step to end and for a thread whose latch is set
     *   to be unparked; then it throws. The second is the loss of a wakeup below the latch's flag.
     * 9 Departures, gaps: a process runs its machine's steps, not the loop around them in its run method.
     */
    private static final long LIMIT_SECONDS = 10;

    /** What ends a thread that is in a wait. */
    private static final class Ended extends Error {
        private static final long serialVersionUID = 1;

        Ended() {
            super("the path is over", null, false, false);
        }
    }

    /** The thread of one process. */
    private static final class ProcessThread extends Thread {
        private final Semaphore turn = new Semaphore(0);
        private final Semaphore done = new Semaphore(0);
        private final Semaphore woken = new Semaphore(0);
        private volatile Runnable step;
        private volatile Throwable thrown;
        private volatile boolean over;
        /** Used by the scheduler only. */
        private boolean inWait;

        @Override
        public void run() {
            turn.acquireUninterruptibly();
            while (!over) {
                try {
                    step.run();
                } catch (Ended e) {
                    return;
                } catch (Throwable e) {
                    thrown = e;
                }
                done.release();
                turn.acquireUninterruptibly();
            }
        }

        /** In this thread, inside the wait: parks for real, then waits for the turn. */
        void waitForTurn(GatedParker parker) {
            done.release();
            while (!parker.unparked && !over) {
                parker.real.park();
            }
            parker.unparked = false;
            woken.release();
            turn.acquireUninterruptibly();
            if (over) {
                throw new Ended();
            }
        }
    }

    /** The shipped parker, and the turn after it. */
    private static final class GatedParker implements Parker {
        private final ThreadParker real = new ThreadParker();
        private volatile boolean unparked;

        @Override
        public void own() {
            real.own();
        }

        @Override
        public void disown() {
            real.disown();
        }

        @Override
        public void park() {
            ((ProcessThread) Thread.currentThread()).waitForTurn(this);
        }

        @Override
        public void parkNanos(long nanos) {
            // The time has passed. Whoever waits with a limit goes on without being woken.
        }

        @Override
        public void unpark() {
            unparked = true;
            real.unpark();
        }
    }

    private final IdentityHashMap<Object, ProcessThread> threads = new IdentityHashMap<>();

    /** The parts, with latches on which the threads here can wait. */
    static WorkerSeams seams(WorkerSeams parts) {
        return parts.withNewLatch(() -> new Latch(new GatedParker()))
                .withNewSupervisorLatch(() -> new Latch(new GatedParker()));
    }

    /** A latch's parker for {@link #seams}, for latches that are not the shipped ones. */
    static Parker newParker() {
        return new GatedParker();
    }

    @Override
    public void run(Object process, Runnable step) {
        ProcessThread thread = threadOf(process);
        if (thread.inWait) {
            thread.inWait = false;
            acquire(thread.woken, process, "its latch is set, and it was not unparked");
        } else {
            thread.step = step;
        }
        thread.turn.release();
        acquire(thread.done, process, "its step does not end");
        rethrow(thread);
    }

    @Override
    public void waits(Object process, Runnable step) {
        ProcessThread thread = threadOf(process);
        thread.step = step;
        thread.inWait = true;
        thread.turn.release();
        acquire(thread.done, process, "it does not come to its wait");
        rethrow(thread);
    }

    private ProcessThread threadOf(Object process) {
        return threads.computeIfAbsent(process, key -> {
            ProcessThread thread = new ProcessThread();
            thread.setDaemon(true);
            thread.start();
            return thread;
        });
    }

    private static void acquire(Semaphore semaphore, Object process, String otherwise) {
        boolean acquired;
        try {
            acquired = semaphore.tryAcquire(LIMIT_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a process had the turn", e);
        }
        if (!acquired) {
            throw new LostTurn(process, otherwise + " within " + LIMIT_SECONDS + " s");
        }
    }

    private static void rethrow(ProcessThread thread) {
        Throwable thrown = thread.thrown;
        thread.thrown = null;
        if (thrown instanceof RuntimeException runtime) {
            throw runtime;
        }
        if (thrown != null) {
            throw new IllegalStateException("a process threw", thrown);
        }
    }

    /** A process that should have moved did not. */
    static final class LostTurn extends RuntimeException {
        private static final long serialVersionUID = 1;

        private final String otherwise;

        LostTurn(Object process, String otherwise) {
            super(process.getClass().getSimpleName() + ": " + otherwise);
            this.otherwise = otherwise;
        }

        /** The same of somebody who has a name. */
        String of(String actor) {
            return actor + " does not go on: " + otherwise + ".";
        }
    }

    /** Ends all threads. */
    @Override
    public void close() {
        for (ProcessThread thread : threads.values()) {
            thread.over = true;
            LockSupport.unpark(thread);
            thread.turn.release();
        }
    }
}
