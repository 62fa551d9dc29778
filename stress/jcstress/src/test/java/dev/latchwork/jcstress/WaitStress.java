package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.ConditionVariable;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.RacingWaiter;
import dev.latchwork.jcstress.mutants.M24_CountWithoutMonitor;
import dev.latchwork.jcstress.mutants.M60_LookBeforeEnlisting;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LLL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * Waits on a condition variable against the broadcast that ends them. The variable has a monitor, and a waiter tests what it
 * waits for after it has enlisted and outside of it.
 *
 * <p>Run: {@code mvn -pl stress/jcstress -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=JcstressIT -Djcstress.tests=WaitStress}
 */
public final class WaitStress {
    private WaitStress() {}

    /**
     * A waiter enlists, tests the predicate and decides whether to block, while another thread makes the predicate true and
     * broadcasts. r1: the waiter would park; r2: the broadcast unparks it.
     */
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "enlist, test, announce -> broadcast: parks and is woken")
    @Outcome(
            id = "false, false",
            expect = ACCEPTABLE,
            desc = "predicate -> test, or broadcast -> announce: does not sleep")
    @Outcome(
            id = "false, true",
            expect = ACCEPTABLE,
            desc = "enlist, test, announce -> set -> look at the latch: useless unpark")
    @Outcome(expect = FORBIDDEN, desc = "LOST WAKEUP: parks, and the broadcast has passed")
    @RaceSides({"true, true", "false, false"})
    public static final class PrepareVsBroadcast {
        private PrepareVsBroadcast() {}

        /** What the variable takes for granted: whoever takes a monitor second sees what the other did before. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(PrepareVsBroadcast.class)
        @State
        public static class Simple {
            private final Object monitor = new Object();
            private boolean enlisted;
            private boolean done;

            @Actor
            public void waiter(ZZ_Result r) {
                synchronized (monitor) {
                    enlisted = true;
                }
                r.r1 = !done;
            }

            @Actor
            public void broadcaster(ZZ_Result r) {
                done = true;
                synchronized (monitor) {
                    r.r2 = enlisted;
                }
            }
        }

        /** The shipped condition variable. Kills: M24, M60. */
        @JCStressTest
        @JCStressMeta(PrepareVsBroadcast.class)
        @State
        public static class Actual {
            private final UnparkRecord parker = new UnparkRecord();
            private final ConditionVariable variable = new ConditionVariable();
            private final Waiter waiter = new Waiter(new Latch(parker));
            private final StartSignal signal = new StartSignal();
            private boolean done;

            @Actor
            public void waiter(ZZ_Result r) {
                signal.start();
                variable.prepareToSleep(waiter);
                r.r1 = !done && waiter.latch().wouldPark();
            }

            @Actor
            public void broadcaster(ZZ_Result r) {
                signal.await();
                done = true;
                variable.broadcast();
                r.r2 = parker.isUnparked();
            }
        }

        /** M24: the broadcast counts the waiters without the monitor. */
        @JCStressTest
        @JCStressMeta(PrepareVsBroadcast.class)
        @State
        public static class Weakened {
            private final UnparkRecord parker = new UnparkRecord();
            private final ConditionVariable variable = new M24_CountWithoutMonitor();
            private final Waiter waiter = new Waiter(new Latch(parker));
            private final StartSignal signal = new StartSignal();
            private boolean done;

            @Actor
            public void waiter(ZZ_Result r) {
                signal.start();
                variable.prepareToSleep(waiter);
                r.r1 = !done && waiter.latch().wouldPark();
            }

            @Actor
            public void broadcaster(ZZ_Result r) {
                signal.await();
                done = true;
                variable.broadcast();
                r.r2 = parker.isUnparked();
            }
        }

        /** M60: the waiter tests before it enlists. */
        @JCStressTest
        @JCStressMeta(PrepareVsBroadcast.class)
        @State
        public static class WeakenedWaiter {
            private final UnparkRecord parker = new UnparkRecord();
            private final ConditionVariable variable = new ConditionVariable();
            private final Waiter waiter = new Waiter(new Latch(parker));
            private final StartSignal signal = new StartSignal();
            private boolean done;

            @Actor
            public void waiter(ZZ_Result r) {
                signal.start();
                r.r1 = M60_LookBeforeEnlisting.wouldPark(variable, waiter, () -> done);
            }

            @Actor
            public void broadcaster(ZZ_Result r) {
                signal.await();
                done = true;
                variable.broadcast();
                r.r2 = parker.isUnparked();
            }
        }
    }

    /**
     * The wait for an I/O against its completion. r1: how the wait goes on; r2: the result that the waiter then sees; r3: the
     * executor unparks it.
     */
    @Outcome(id = "RETURNS, 1, false", expect = ACCEPTABLE, desc = "complete -> look: completed, with its result")
    @Outcome(
            id = "PARKS, [01], true",
            expect = ACCEPTABLE,
            desc = "enlist, look, announce -> complete, broadcast: parks and is woken")
    @Outcome(
            id = "LOOKS_AGAIN, 1, false",
            expect = ACCEPTABLE,
            desc = "enlist, look -> complete, broadcast -> announce: does not sleep")
    @Outcome(
            id = "LOOKS_AGAIN, 1, true",
            expect = ACCEPTABLE,
            desc = "announce -> broadcast -> look at the latch: useless unpark")
    @Outcome(expect = FORBIDDEN, desc = "LOST WAKEUP: parks, and the broadcast has passed; or no result")
    @RaceSides({"RETURNS, 1, false", "PARKS, [01], true"})
    public static final class CompleteVsWait {
        private CompleteVsWait() {}

        /** What the wait takes for granted: the state is released before the monitor is taken, or tested after it. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(CompleteVsWait.class)
        @State
        public static class Simple {
            private final Object monitor = new Object();
            private final Released state = new Released();
            private int result;
            private boolean enlisted;

            @Actor
            public void waiter(LLL_Result r) {
                if (state.load() == 1) {
                    r.r1 = RacingWaiter.Turn.RETURNS;
                } else {
                    synchronized (monitor) {
                        enlisted = true;
                    }
                    r.r1 = state.load() == 1 ? RacingWaiter.Turn.LOOKS_AGAIN : RacingWaiter.Turn.PARKS;
                }
                r.r2 = result;
            }

            @Actor
            public void executor(LLL_Result r) {
                result = 1;
                state.store(1);
                synchronized (monitor) {
                    r.r3 = enlisted;
                }
            }
        }

        /** The shipped handle, wait and condition variable. Kills: M24. */
        @JCStressTest
        @JCStressMeta(CompleteVsWait.class)
        @State
        public static class Actual {
            private final Handle handle = SubmittedHandle.first(new Handle(0, new ConditionVariable()));
            private final RacingWaiter waiter = new RacingWaiter(handle);

            @Actor
            public void waiter(LLL_Result r) {
                r.r1 = waiter.turn();
                r.r2 = handle.result();
            }

            @Actor
            public void executor(LLL_Result r) {
                handle.complete(1);
                r.r3 = waiter.isUnparked();
            }
        }

        /** M24: the broadcast counts the waiters without the monitor. */
        @JCStressTest
        @JCStressMeta(CompleteVsWait.class)
        @State
        public static class Weakened {
            private final Handle handle = SubmittedHandle.first(new Handle(0, new M24_CountWithoutMonitor()));
            private final RacingWaiter waiter = new RacingWaiter(handle);

            @Actor
            public void waiter(LLL_Result r) {
                r.r1 = waiter.turn();
                r.r2 = handle.result();
            }

            @Actor
            public void executor(LLL_Result r) {
                handle.complete(1);
                r.r3 = waiter.isUnparked();
            }
        }
    }
}
