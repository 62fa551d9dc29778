package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.jcstress.mutants.M01_NoFence;
import dev.latchwork.jcstress.mutants.M12_ResetAfterLook;
import dev.latchwork.jcstress.mutants.M13_OwnerWithoutFences;
import dev.latchwork.jcstress.mutants.M14_SetterWithoutFences;
import java.lang.invoke.VarHandle;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LL_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The latch's two Dekker patterns: owner and setter each store, pass a store-load fence, and load what the other stores.
 * amd64 reorders a store with a later load, so a missing fence shows on any machine.
 *
 * <p>Run: {@code mvn -pl stress/jcstress -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=JcstressIT -Djcstress.tests=LatchStress}
 */
public final class LatchStress {
    private LatchStress() {}

    private static <L extends Latch> L set(L latch) {
        latch.setNeedsUnpark();
        return latch;
    }

    /**
     * What the latch takes for granted of the machine and the JVM: two threads that each store their own flag and then load
     * the other's do not both miss, if a fence stands in between; and do, if not.
     */
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "store, store -> load, load")
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "second stores and loads -> first stores and loads")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "first stores and loads -> second stores and loads")
    @Outcome(expect = FORBIDDEN, desc = "each load has overtaken the store before it")
    @RaceSides({"true, false", "false, true"})
    public static final class StoreLoad {
        private StoreLoad() {}

        /** The fenced pair. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(StoreLoad.class)
        @State
        public static class Simple {
            private final TwoFlags flags = new TwoFlags();

            @Actor
            public void first(ZZ_Result r) {
                flags.storeFirst();
                VarHandle.fullFence();
                r.r1 = flags.loadSecond();
            }

            @Actor
            public void second(ZZ_Result r) {
                flags.storeSecond();
                VarHandle.fullFence();
                r.r2 = flags.loadFirst();
            }
        }

        /** The canary: the pair without its fences must fail, or this machine shows nothing about fences. */
        @JCStressTest
        @JCStressMeta(StoreLoad.class)
        @State
        public static class Weakened {
            private final TwoFlags flags = new TwoFlags();

            @Actor
            public void first(ZZ_Result r) {
                flags.storeFirst();
                r.r1 = flags.loadSecond();
            }

            @Actor
            public void second(ZZ_Result r) {
                flags.storeSecond();
                r.r2 = flags.loadFirst();
            }
        }
    }

    /**
     * Set against wait: the owner announces sleep and looks at the latch once more, the setter stores the latch and looks
     * for the announcement. r1: the owner would park; r2: the setter unparks it.
     */
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "announce, look -> set: parks and is woken")
    @Outcome(id = "false, false", expect = ACCEPTABLE, desc = "set -> look: saw the set, nobody sleeps")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "announce -> set -> look: saw the set, useless unpark")
    @Outcome(id = "true, false", expect = FORBIDDEN, desc = "LOST WAKEUP: parks, and nobody unparks it")
    @RaceSides({"true, true", "false, .*"})
    public static final class SetVsWait {
        private SetVsWait() {}

        /** The shipped latch. Kills: M01, M13, M14. */
        @JCStressTest
        @JCStressMeta(SetVsWait.class)
        @State
        public static class Actual {
            private final Latch latch = new Latch();

            @Actor
            public void owner(ZZ_Result r) {
                r.r1 = latch.wouldPark();
            }

            @Actor
            public void setter(ZZ_Result r) {
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M01: no fence. */
        @JCStressTest
        @JCStressMeta(SetVsWait.class)
        @State
        public static class Weakened {
            private final Latch latch = new M01_NoFence();

            @Actor
            public void owner(ZZ_Result r) {
                r.r1 = latch.wouldPark();
            }

            @Actor
            public void setter(ZZ_Result r) {
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M13: the fence between the announcement and the second look is missing. */
        @JCStressTest
        @JCStressMeta(SetVsWait.class)
        @State
        public static class WeakenedOwner {
            private final Latch latch = new M13_OwnerWithoutFences();

            @Actor
            public void owner(ZZ_Result r) {
                r.r1 = latch.wouldPark();
            }

            @Actor
            public void setter(ZZ_Result r) {
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M14: the fence between the set and the look for a sleeper is missing. */
        @JCStressTest
        @JCStressMeta(SetVsWait.class)
        @State
        public static class WeakenedSetter {
            private final Latch latch = new M14_SetterWithoutFences();

            @Actor
            public void owner(ZZ_Result r) {
                r.r1 = latch.wouldPark();
            }

            @Actor
            public void setter(ZZ_Result r) {
                r.r2 = latch.setNeedsUnpark();
            }
        }
    }

    /**
     * Set with work against reset: the owner resets a latch that is set and looks for work, the setter brings work and sets
     * the latch unless it is set. r1: the owner sees the work; r2: in the end the latch is set, so the owner will not wait.
     */
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "work -> reset, look: saw the work, the set is used up")
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "reset -> work -> look, set: saw the work, useless wakeup")
    @Outcome(id = "false, true", expect = ACCEPTABLE, desc = "reset, look -> work, set: missed it, will look again")
    @Outcome(id = "false, false", expect = FORBIDDEN, desc = "LOST WAKEUP: missed the work, and the latch is not set")
    @RaceSides({"true, false", "false, true"})
    public static final class ResetVsSet {
        private ResetVsSet() {}

        /** The shipped latch. Kills: M01, M13, M14. */
        @JCStressTest
        @JCStressMeta(ResetVsSet.class)
        @State
        public static class Actual {
            private final Latch latch = set(new Latch());
            private boolean work;

            @Actor
            public void owner(ZZ_Result r) {
                latch.reset();
                r.r1 = work;
            }

            @Actor
            public void setter() {
                work = true;
                latch.setNeedsUnpark();
            }

            @Arbiter
            public void end(ZZ_Result r) {
                r.r2 = latch.isSet();
            }
        }

        /** M01: no fence. */
        @JCStressTest
        @JCStressMeta(ResetVsSet.class)
        @State
        public static class Weakened {
            private final Latch latch = set(new M01_NoFence());
            private boolean work;

            @Actor
            public void owner(ZZ_Result r) {
                latch.reset();
                r.r1 = work;
            }

            @Actor
            public void setter() {
                work = true;
                latch.setNeedsUnpark();
            }

            @Arbiter
            public void end(ZZ_Result r) {
                r.r2 = latch.isSet();
            }
        }

        /** M13: the fence between the reset and the look for work is missing. */
        @JCStressTest
        @JCStressMeta(ResetVsSet.class)
        @State
        public static class WeakenedOwner {
            private final Latch latch = set(new M13_OwnerWithoutFences());
            private boolean work;

            @Actor
            public void owner(ZZ_Result r) {
                latch.reset();
                r.r1 = work;
            }

            @Actor
            public void setter() {
                work = true;
                latch.setNeedsUnpark();
            }

            @Arbiter
            public void end(ZZ_Result r) {
                r.r2 = latch.isSet();
            }
        }

        /** M14: the fence between the work and the look at the latch is missing. */
        @JCStressTest
        @JCStressMeta(ResetVsSet.class)
        @State
        public static class WeakenedSetter {
            private final Latch latch = set(new M14_SetterWithoutFences());
            private boolean work;

            @Actor
            public void owner(ZZ_Result r) {
                latch.reset();
                r.r1 = work;
            }

            @Actor
            public void setter() {
                work = true;
                latch.setNeedsUnpark();
            }

            @Arbiter
            public void end(ZZ_Result r) {
                r.r2 = latch.isSet();
            }
        }
    }

    /**
     * The first of the two legal loops: reset, look for work, wait. The owner comes from a wait that is over, and the setter brings work and sets the latch. r1: how the loop ends; r2: the
     * setter unparks the owner.
     */
    @Outcome(
            id = "WORKS, false",
            expect = ACCEPTABLE,
            desc = "work -> look: saw the work, or the set and then the work")
    @Outcome(id = "WORKS, true", expect = ACCEPTABLE, desc = "announce -> set -> look at the latch: useless unpark")
    @Outcome(id = "PARKS, true", expect = ACCEPTABLE, desc = "look, announce -> work, set: parks and is woken")
    @Outcome(
            id = "PARKS, false",
            expect = FORBIDDEN,
            desc = "LOST WAKEUP: parks beside the work, and nobody unparks it")
    @RaceSides({"WORKS, .*", "PARKS, true"})
    public static final class ResetLookWaitVsSet {
        private ResetLookWaitVsSet() {}

        /** The shipped latch. Kills: M01, M12. */
        @JCStressTest
        @JCStressMeta(ResetLookWaitVsSet.class)
        @State
        public static class Actual {
            private final Latch latch = set(new Latch());
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.RESET_LOOK_WAIT.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M01: no fence. */
        @JCStressTest
        @JCStressMeta(ResetLookWaitVsSet.class)
        @State
        public static class Weakened {
            private final Latch latch = set(new M01_NoFence());
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.RESET_LOOK_WAIT.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M12: the loop is look, reset, wait, which eats a set that comes after the look. */
        @JCStressTest
        @JCStressMeta(ResetLookWaitVsSet.class)
        @State
        public static class WeakenedReset {
            private final Latch latch = set(new M12_ResetAfterLook(new UnparkRecord()));
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.RESET_LOOK_WAIT.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }
    }

    /**
     * The second of the two legal loops: look for work, wait, reset. The owner comes from a wait that is over, and the setter brings work and sets the latch. r1: how the loop ends; r2: the
     * setter unparks the owner.
     */
    @Outcome(
            id = "WORKS, false",
            expect = ACCEPTABLE,
            desc = "work -> look: saw the work, or the set and then the work")
    @Outcome(id = "WORKS, true", expect = ACCEPTABLE, desc = "announce -> set -> look at the latch: useless unpark")
    @Outcome(id = "PARKS, true", expect = ACCEPTABLE, desc = "look, announce -> work, set: parks and is woken")
    @Outcome(
            id = "PARKS, false",
            expect = FORBIDDEN,
            desc = "LOST WAKEUP: parks beside the work, and nobody unparks it")
    @RaceSides({"WORKS, .*", "PARKS, true"})
    public static final class LookWaitResetVsSet {
        private LookWaitResetVsSet() {}

        /** The shipped latch. Kills: M01, M12. */
        @JCStressTest
        @JCStressMeta(LookWaitResetVsSet.class)
        @State
        public static class Actual {
            private final Latch latch = set(new Latch());
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.LOOK_WAIT_RESET.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M01: no fence. */
        @JCStressTest
        @JCStressMeta(LookWaitResetVsSet.class)
        @State
        public static class Weakened {
            private final Latch latch = set(new M01_NoFence());
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.LOOK_WAIT_RESET.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }

        /** M12: the loop is wait, look, reset, which eats a set that comes after the look. */
        @JCStressTest
        @JCStressMeta(LookWaitResetVsSet.class)
        @State
        public static class WeakenedReset {
            private final Latch latch = set(new M12_ResetAfterLook(new UnparkRecord()));
            private final StartSignal signal = new StartSignal();
            private boolean work;

            @Actor
            public void owner(LL_Result r) {
                signal.start();
                r.r1 = LatchLoop.LOOK_WAIT_RESET.run(latch, () -> work);
            }

            @Actor
            public void setter(LL_Result r) {
                signal.await();
                work = true;
                r.r2 = latch.setNeedsUnpark();
            }
        }
    }
}
