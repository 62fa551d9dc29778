package dev.latchwork.lincheck;

import dev.latchwork.aio.latch.ConditionVariable;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import dev.latchwork.aio.latch.Latch;
import java.util.List;

/**
 * Two waiters and one who broadcasts, on the shipped condition variable: something happens once, and both wait for it. The
 * program ends when both have seen it, and hangs when one sleeps on.
 */
final class BroadcastPrograms {
    private BroadcastPrograms() {}

    /** What is shipped, used as its contract says. */
    public static class Reference extends Program {
        final ConditionVariable variable = new ConditionVariable();
        private volatile boolean happened;

        @Override
        protected final void runProgram() {
            List<Thread> waiters = List.of(new Thread(this::await), new Thread(this::await));
            waiters.forEach(Thread::start);
            happen();
            waiters.forEach(Reference::join);
        }

        private void await() {
            Waiter waiter = new Waiter(new Latch(new MonitorParker()));
            await(waiter);
            variable.cancelSleep(waiter);
        }

        /** Enlists, then looks, and looks again after each wakeup. */
        void await(Waiter waiter) {
            variable.prepareToSleep(waiter);
            while (!hasHappened()) {
                variable.sleep(waiter);
            }
        }

        /** First the state, then the broadcast. */
        void happen() {
            publish();
            variable.broadcast();
        }

        final boolean hasHappened() {
            return happened;
        }

        final void publish() {
            happened = true;
        }

        private static void join(Thread thread) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a thread here", e);
            }
        }
    }

    /** M60: a waiter looks before it enlists, and not again. */
    public static final class M60 extends Reference {
        @Override
        void await(Waiter waiter) {
            if (!hasHappened()) {
                variable.prepareToSleep(waiter);
                variable.sleep(waiter);
            }
        }
    }

    /** M61: the broadcast comes before the state that it tells of. */
    public static final class M61 extends Reference {
        @Override
        void happen() {
            variable.broadcast();
            publish();
        }
    }

    /** M88: the broadcast is forgotten. */
    public static final class M88 extends Reference {
        @Override
        void happen() {
            publish();
        }
    }
}
