package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.jcstress.mutants.M01_NoFence;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * The latch's two Dekker patterns. Run one: {@code mvn -pl stress/jcstress -am verify -Djcstress.tests=LatchStress}.
 */
public final class LatchStress {
    private LatchStress() {}

    /** No wakeup is lost between an owner that goes to sleep and a setter. */
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "announce -> set: parks, and is unparked")
    @Outcome(id = "false, .*", expect = ACCEPTABLE, desc = "set -> look: does not park")
    @Outcome(expect = FORBIDDEN, desc = "parks, and nobody unparks it: a lost wakeup")
    public static final class SetVsWait {
        private SetVsWait() {}
    }

    /** The shipped latch. Kills M01. */
    @JCStressTest
    @JCStressMeta(SetVsWait.class)
    @State
    public static class SetVsWaitActual {
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

    /** Mutant M01: must show the forbidden outcome, on amd64 too. */
    @JCStressTest
    @JCStressMeta(SetVsWait.class)
    @State
    public static class SetVsWaitWeakened {
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

    /** A setter may leave a latch that it finds set alone, because its owner will look for work after the reset. */
    @Outcome(id = "1, .*", expect = ACCEPTABLE, desc = "work -> reset, look: the owner sees the work")
    @Outcome(id = "0, true", expect = ACCEPTABLE, desc = "reset, look -> work, set: the latch is set again")
    @Outcome(expect = FORBIDDEN, desc = "the owner misses the work, and the latch stays unset: a lost wakeup")
    public static final class SetVsReset {
        private SetVsReset() {}
    }

    /** The shipped latch. Kills M01. */
    @JCStressTest
    @JCStressMeta(SetVsReset.class)
    @State
    public static class SetVsResetActual {
        private final Latch latch = new Latch();
        private int work;

        public SetVsResetActual() {
            latch.setNeedsUnpark();
        }

        @Actor
        public void owner(IZ_Result r) {
            latch.reset();
            r.r1 = work;
        }

        @Actor
        public void setter() {
            work = 1;
            latch.setNeedsUnpark();
        }

        @Arbiter
        public void after(IZ_Result r) {
            r.r2 = latch.isSet();
        }
    }

    /** Mutant M01: must show the forbidden outcome, on amd64 too. */
    @JCStressTest
    @JCStressMeta(SetVsReset.class)
    @State
    public static class SetVsResetWeakened {
        private final Latch latch = new M01_NoFence();
        private int work;

        public SetVsResetWeakened() {
            latch.setNeedsUnpark();
        }

        @Actor
        public void owner(IZ_Result r) {
            latch.reset();
            r.r1 = work;
        }

        @Actor
        public void setter() {
            work = 1;
            latch.setNeedsUnpark();
        }

        @Arbiter
        public void after(IZ_Result r) {
            r.r2 = latch.isSet();
        }
    }
}
