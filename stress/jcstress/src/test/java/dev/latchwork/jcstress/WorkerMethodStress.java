package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.worker.ExitVariant;
import dev.latchwork.aio.worker.RacingPool;
import dev.latchwork.jcstress.mutants.M01_NoFence;
import dev.latchwork.jcstress.mutants.M12_ResetAfterLook;
import dev.latchwork.jcstress.mutants.M25_CountersOneByOne;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.JJ_Result;
import org.openjdk.jcstress.infra.results.LL_Result;

/**
 * The worker method's critical sections against each other, with the decisions to block and to wake that follow them. The
 * queue lock and the latches are the shipped ones; only parking is left out.
 *
 * <p>Run: {@code mvn -pl stress/jcstress -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=JcstressIT -Djcstress.tests=WorkerMethodStress}
 */
public final class WorkerMethodStress {
    private WorkerMethodStress() {}

    /**
     * A worker that comes from a wait resets its latch, finds the queue empty, enters the idle set and decides whether to block,
     * while a submitter inserts an I/O, chooses a worker and sets its latch. r1: what the worker does; r2: what the submitter
     * does for it.
     */
    @Outcome(id = "CONSUMED, NONE", expect = ACCEPTABLE, desc = "insert -> look: consumed, nobody was idle")
    @Outcome(
            id = "PARKS, UNPARKS_0",
            expect = ACCEPTABLE,
            desc = "mark idle, announce -> insert, set: parks and is woken")
    @Outcome(
            id = "LOOKS_AGAIN, SET_0",
            expect = ACCEPTABLE,
            desc = "mark idle -> insert, set -> look at the latch: nobody sleeps")
    @Outcome(
            id = "LOOKS_AGAIN, UNPARKS_0",
            expect = ACCEPTABLE,
            desc = "mark idle, announce -> set -> look at the latch: useless unpark")
    @Outcome(expect = FORBIDDEN, desc = "LOST WAKEUP: the I/O is queued, the worker parks, and nobody unparks it")
    @RaceSides({"CONSUMED, NONE", "PARKS, UNPARKS_0"})
    public static final class MarkIdleVsSubmit {
        private MarkIdleVsSubmit() {}

        /**
         * What the worker method takes for granted: whoever takes the lock second sees what the first did, and of two flags that
         * are each stored before the other is loaded, with a fence in between, one is seen. Kills: Weakened.
         */
        @JCStressTest
        @JCStressMeta(MarkIdleVsSubmit.class)
        @State
        public static class Simple {
            private final Object lock = new Object();
            /** The first is the latch, the second says that its owner may sleep. */
            private final TwoFlags flags = new TwoFlags();

            private final StartSignal signal = new StartSignal();
            private boolean queued;
            private boolean idle;

            @Actor
            public void worker(LL_Result r) {
                signal.start();
                boolean consumes;
                synchronized (lock) {
                    consumes = queued;
                    idle = !queued;
                }
                if (consumes) {
                    r.r1 = RacingPool.Turn.CONSUMED;
                    return;
                }
                flags.storeSecond();
                VarHandle.fullFence();
                r.r1 = flags.loadFirst() ? RacingPool.Turn.LOOKS_AGAIN : RacingPool.Turn.PARKS;
            }

            @Actor
            public void submitter(LL_Result r) {
                signal.await();
                boolean chosen;
                synchronized (lock) {
                    queued = true;
                    chosen = idle;
                    idle = false;
                }
                if (!chosen) {
                    r.r2 = RacingPool.Wakeup.NONE;
                    return;
                }
                flags.storeFirst();
                VarHandle.fullFence();
                r.r2 = flags.loadSecond() ? RacingPool.Wakeup.UNPARKS_0 : RacingPool.Wakeup.SET_0;
            }
        }

        /** The shipped worker method. Kills: M01, M12. */
        @JCStressTest
        @JCStressMeta(MarkIdleVsSubmit.class)
        @State
        public static class Actual {
            private final RacingPool pool = RacingPool.withWokenWorker(Latch::new);

            @Actor
            public void worker(LL_Result r) {
                r.r1 = pool.turn(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submitDuringTurn();
            }
        }

        /** M01: the latch has no fence; the queue lock before it does not help. */
        @JCStressTest
        @JCStressMeta(MarkIdleVsSubmit.class)
        @State
        public static class Weakened {
            private final RacingPool pool = RacingPool.withWokenWorker(M01_NoFence::new);

            @Actor
            public void worker(LL_Result r) {
                r.r1 = pool.turn(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submitDuringTurn();
            }
        }

        /** M12: the latch is reset after the look at the queue. */
        @JCStressTest
        @JCStressMeta(MarkIdleVsSubmit.class)
        @State
        public static class WeakenedReset {
            private final RacingPool pool = RacingPool.withWokenWorker(M12_ResetAfterLook::new);

            @Actor
            public void worker(LL_Result r) {
                r.r1 = pool.turn(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submitDuringTurn();
            }
        }
    }

    /**
     * The lowest of two sleeping workers leaves while a submitter inserts an I/O and chooses the lowest idle worker. r1: what the
     * leaver does for a peer; r2: what the submitter does. Worker 1 must be woken by one of them.
     */
    @Outcome(
            id = "UNPARKS_1, UNPARKS_0",
            expect = ACCEPTABLE,
            desc = "choose -> deregister: the leaver was chosen, and hands over")
    @Outcome(id = "NONE, UNPARKS_1", expect = ACCEPTABLE, desc = "deregister -> choose: the peer was chosen")
    @Outcome(expect = FORBIDDEN, desc = "LOST WAKEUP: the I/O is queued and the worker that stays sleeps on")
    @RaceSides({"UNPARKS_1, UNPARKS_0", "NONE, UNPARKS_1"})
    public static final class ExitVsChoose {
        private ExitVsChoose() {}

        /** What the exit takes for granted: whoever takes the lock second sees what the first did. Kills: WeakenedHandOver. */
        @JCStressTest
        @JCStressMeta(ExitVsChoose.class)
        @State
        public static class Simple {
            private final Object lock = new Object();
            private boolean queued;
            private boolean firstIdle = true;
            private boolean secondIdle = true;

            @Actor
            public void leaver(LL_Result r) {
                synchronized (lock) {
                    firstIdle = false;
                    r.r1 = queued && secondIdle ? RacingPool.Wakeup.UNPARKS_1 : RacingPool.Wakeup.NONE;
                }
            }

            @Actor
            public void submitter(LL_Result r) {
                synchronized (lock) {
                    queued = true;
                    if (firstIdle) {
                        r.r2 = RacingPool.Wakeup.UNPARKS_0;
                    } else {
                        secondIdle = false;
                        r.r2 = RacingPool.Wakeup.UNPARKS_1;
                    }
                }
            }
        }

        /** The shipped exit. Kills: seed-A, seed-B. */
        @JCStressTest
        @JCStressMeta(ExitVsChoose.class)
        @State
        public static class Actual {
            private final RacingPool pool = RacingPool.withSleepers(ExitVariant.REFERENCE);

            @Actor
            public void leaver(LL_Result r) {
                r.r1 = pool.leave(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submit(1);
            }
        }

        /** seed-A: the leaver stays in the idle set. */
        @JCStressTest
        @JCStressMeta(ExitVsChoose.class)
        @State
        public static class WeakenedIdleBit {
            private final RacingPool pool = RacingPool.withSleepers(ExitVariant.SEED_A);

            @Actor
            public void leaver(LL_Result r) {
                r.r1 = pool.leave(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submit(1);
            }
        }

        /** seed-B: the leaver takes its wakeup along. */
        @JCStressTest
        @JCStressMeta(ExitVsChoose.class)
        @State
        public static class WeakenedHandOver {
            private final RacingPool pool = RacingPool.withSleepers(ExitVariant.SEED_B);

            @Actor
            public void leaver(LL_Result r) {
                r.r1 = pool.leave(0);
            }

            @Actor
            public void submitter(LL_Result r) {
                r.r2 = pool.submit(1);
            }
        }
    }

    /**
     * A batch of two, of which one I/O fits into the queue, against a look at the counters. r1: I/Os queued; r2: synchronous
     * fallbacks.
     */
    @Outcome(id = "0, 0", expect = ACCEPTABLE, desc = "look -> submit")
    @Outcome(id = "1, 1", expect = ACCEPTABLE, desc = "submit -> look")
    @Outcome(expect = FORBIDDEN, desc = "the batch is counted in part")
    @RaceSides({"0, 0", "1, 1"})
    public static final class SubmitVsStatistics {
        private SubmitVsStatistics() {}

        /** The shipped counters. Kills: M25. */
        @JCStressTest
        @JCStressMeta(SubmitVsStatistics.class)
        @State
        public static class Actual {
            private final RacingPool pool = RacingPool.withSleepers(ExitVariant.REFERENCE);

            @Actor
            public void submitter() {
                pool.submitTwo();
            }

            @Actor
            public void reader(JJ_Result r) {
                pool.awaitSubmit();
                AioStatistics seen = pool.statistics();
                r.r1 = seen.queued();
                r.r2 = seen.synchronousFallbacks();
            }
        }

        /** M25: the two counters are read one after the other. */
        @JCStressTest
        @JCStressMeta(SubmitVsStatistics.class)
        @State
        public static class Weakened {
            private final RacingPool pool = RacingPool.withSleepers(ExitVariant.REFERENCE);

            @Actor
            public void submitter() {
                pool.submitTwo();
            }

            @Actor
            public void reader(JJ_Result r) {
                pool.awaitSubmit();
                AioStatistics seen = M25_CountersOneByOne.statistics(pool);
                r.r1 = seen.queued();
                r.r2 = seen.synchronousFallbacks();
            }
        }
    }
}
