package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.HandleView;
import dev.latchwork.aio.IoMethod;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.IoWaiter;
import dev.latchwork.aio.session.RacingWaiter;
import dev.latchwork.jcstress.mutants.M02_StateBeforeResult;
import dev.latchwork.jcstress.mutants.M26_LookWithoutAcquire;
import dev.latchwork.mutants.M15_GenerationBeforeState;
import dev.latchwork.mutants.M65_NoSecondLookAtGeneration;
import dev.latchwork.mutants.M66_SharedBeforeResult;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.LII_Result;
import org.openjdk.jcstress.infra.results.LI_Result;
import org.openjdk.jcstress.infra.results.ZZ_Result;

/**
 * What a handle's state promises is there for whoever sees the state. On amd64 this judges the order of stores and loads in
 * the program, and what the compiler makes of it; the machine reorders neither stores nor loads among themselves.
 *
 * <p>Run: {@code mvn -pl stress/jcstress -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=JcstressIT -Djcstress.tests=HandlePublicationStress}
 */
public final class HandlePublicationStress {
    private HandlePublicationStress() {}

    /**
     * Completion against looks: the executor stores the bytes read and completes; r1: the state that the other thread sees, then r2: the result, and r3: the bytes.
     */
    @Outcome(id = "SUBMITTED, .*", expect = ACCEPTABLE, desc = "look -> complete: nothing was promised yet")
    @Outcome(id = "COMPLETED_IO, 1, 42", expect = ACCEPTABLE, desc = "complete, up to the middle -> look")
    @Outcome(id = "COMPLETED_SHARED, 1, 42", expect = ACCEPTABLE, desc = "complete -> look")
    @Outcome(expect = FORBIDDEN, desc = "complete, and no result or not its bytes")
    @RaceSides({"SUBMITTED, .*", "COMPLETED_SHARED, 1, 42"})
    public static final class CompleteVsLook {
        private static final int LOOKS = 1000;

        private CompleteVsLook() {}

        /**
         * The first state after SUBMITTED, if many looks show one. They keep the two threads in step: M02 showed in
         * one sample of 86,000 with a single look, and in one of 840 with a thousand.
         */
        private static HandleState look(Handle handle) {
            HandleState state = handle.state();
            for (int i = 1; i < LOOKS && state == HandleState.SUBMITTED; i++) {
                state = handle.state();
            }
            return state;
        }

        /** What the handle takes for granted: whoever acquires what was released sees what was stored before. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(CompleteVsLook.class)
        @State
        public static class Simple {
            private static final int COMPLETED = 1;

            private final Released state = new Released();
            private int result;
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                result = 1;
                state.store(COMPLETED);
            }

            @Actor
            public void waiter(LII_Result r) {
                int seen = state.load();
                for (int i = 1; i < LOOKS && seen != COMPLETED; i++) {
                    seen = state.load();
                }
                r.r1 = seen == COMPLETED ? HandleState.COMPLETED_SHARED : HandleState.SUBMITTED;
                r.r2 = result;
                r.r3 = bytes;
            }
        }

        /** The shipped handle. Kills: M02. */
        @JCStressTest
        @JCStressMeta(CompleteVsLook.class)
        @State
        public static class Actual {
            private final Handle handle = SubmittedHandle.first(new Handle(0));
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                handle.complete(1);
            }

            @Actor
            public void waiter(LII_Result r) {
                r.r1 = look(handle);
                r.r2 = handle.result();
                r.r3 = bytes;
            }
        }

        /** M02: the state first, then the result. */
        @JCStressTest
        @JCStressMeta(CompleteVsLook.class)
        @State
        public static class Weakened {
            private final Handle handle = SubmittedHandle.first(new M02_StateBeforeResult(0));
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                handle.complete(1);
            }

            @Actor
            public void waiter(LII_Result r) {
                r.r1 = look(handle);
                r.r2 = handle.result();
                r.r3 = bytes;
            }
        }
    }

    /**
     * Completion against reclaim: the owner looks until the I/O is completed and takes its outcome at once. r1: the status
     * that it is given, or null if it was never completed; r2: the result; r3: the bytes.
     */
    @Outcome(id = "null, 0, .*", expect = ACCEPTABLE, desc = "looks -> complete: not reclaimed")
    @Outcome(id = "OK, 1, 42", expect = ACCEPTABLE, desc = "complete -> look, reclaim")
    @Outcome(expect = FORBIDDEN, desc = "reclaimed, and not with its outcome")
    @RaceSides({"null, 0, .*", "OK, 1, 42"})
    public static final class CompleteVsReclaim {
        /** Few enough for the looks to end before the completion now and then. */
        private static final int LOOKS = 4;

        private CompleteVsReclaim() {}

        /** The shipped look: acquire. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(CompleteVsReclaim.class)
        @State
        public static class Actual {
            private final IoResult outcome = new IoResult();
            private final Handle handle = SubmittedHandle.first(new Handle(0), outcome);
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                handle.complete(1);
            }

            @Actor
            public void owner(LII_Result r) {
                for (int i = 0; i < LOOKS && r.r1 == null; i++) {
                    if (handle.state() == HandleState.COMPLETED_SHARED) {
                        handle.reclaim();
                        r.r1 = outcome.status();
                    }
                }
                r.r2 = outcome.bytes();
                r.r3 = bytes;
            }
        }

        /** M66: the state for everybody before the result. */
        @JCStressTest
        @JCStressMeta(CompleteVsReclaim.class)
        @State
        public static class Weakened {
            private final IoResult outcome = new IoResult();
            private final Handle handle = SubmittedHandle.first(new M66_SharedBeforeResult(0), outcome);
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                handle.complete(1);
            }

            @Actor
            public void owner(LII_Result r) {
                for (int i = 0; i < LOOKS && r.r1 == null; i++) {
                    if (handle.state() == HandleState.COMPLETED_SHARED) {
                        handle.reclaim();
                        r.r1 = outcome.status();
                    }
                }
                r.r2 = outcome.bytes();
                r.r3 = bytes;
            }
        }

        /** M26: the look without acquire. Not to be seen on amd64; elsewhere this is expected to fail. */
        @JCStressTest
        @JCStressMeta(CompleteVsReclaim.class)
        @State
        public static class WeakenedNotOnAmd64 {
            private final IoResult outcome = new IoResult();
            private final Handle handle = SubmittedHandle.first(new Handle(0), outcome);
            private int bytes;

            @Actor
            public void executor() {
                bytes = 42;
                handle.complete(1);
            }

            @Actor
            public void owner(LII_Result r) {
                for (int i = 0; i < LOOKS && r.r1 == null; i++) {
                    if (M26_LookWithoutAcquire.state(handle) == HandleState.COMPLETED_SHARED) {
                        handle.reclaim();
                        r.r1 = outcome.status();
                    }
                }
                r.r2 = outcome.bytes();
                r.r3 = bytes;
            }
        }
    }

    /**
     * Reuse against a look: the owner reclaims a completed handle and submits its next I/O, while a thread that holds a
     * reference to the first asks whether that is completed. r1: the answer; r2: whether it then finds the handle reused.
     */
    @Outcome(id = "true, false", expect = ACCEPTABLE, desc = "look -> reclaim: completed, by its state")
    @Outcome(id = "true, true", expect = ACCEPTABLE, desc = "reclaim -> look: completed, by its generation")
    @Outcome(expect = FORBIDDEN, desc = "waits for the next I/O in the belief that it is the first")
    @RaceSides({"true, false", "true, true"})
    public static final class ReuseVsLook {
        private ReuseVsLook() {}

        private static Handle completed() {
            Handle handle = SubmittedHandle.first(new Handle(0));
            handle.complete(1);
            return handle;
        }

        /** A session, for its question only: it asks the handle, of whatever session that is. */
        private static final class Asking {
            static final IoSession SESSION = AioInstance.start(
                            AioSettings.defaults().withIoMethod(IoMethod.SYNC))
                    .openSession();
        }

        /** What the loads take for granted: two released stores are seen in their order by two acquiring loads in the other. Kills: Weakened. */
        @JCStressTest
        @JCStressMeta(ReuseVsLook.class)
        @State
        public static class Simple {
            private static final int COMPLETED = 0;
            private static final int SUBMITTED = 1;

            private final Released generation = new Released();
            private final Released state = new Released();

            @Actor
            public void owner() {
                generation.store(1);
                state.store(SUBMITTED);
            }

            @Actor
            public void waiter(ZZ_Result r) {
                boolean completed = state.load() == COMPLETED;
                r.r1 = generation.load() != 0 || completed;
                r.r2 = generation.load() != 0;
            }
        }

        /** The shipped order of loads. Kills: M15. */
        @JCStressTest
        @JCStressMeta(ReuseVsLook.class)
        @State
        public static class Actual {
            private final Handle handle = completed();
            private final WaitReference reference = SubmittedHandle.reference(handle);

            @Actor
            public void owner() {
                handle.reclaim();
                SubmittedHandle.submit(handle);
            }

            @Actor
            public void waiter(ZZ_Result r) {
                r.r1 = Asking.SESSION.isCompleted(reference);
                r.r2 = handle.wasRecycled(reference.generation());
            }
        }

        /** M15: the loads exchanged. */
        @JCStressTest
        @JCStressMeta(ReuseVsLook.class)
        @State
        public static class Weakened {
            private static final IoWaiter WAITER = new M15_GenerationBeforeState(new InstanceFailure(), new Latch());

            private final Handle handle = completed();
            private final WaitReference reference = SubmittedHandle.reference(handle);

            @Actor
            public void owner() {
                handle.reclaim();
                SubmittedHandle.submit(handle);
            }

            @Actor
            public void waiter(ZZ_Result r) {
                r.r1 = RacingWaiter.isCompleted(WAITER, handle, reference.generation());
                r.r2 = handle.wasRecycled(reference.generation());
            }
        }
    }

    /**
     * Reuse against a look at the result: the owner reclaims a handle that was completed with 1, submits its next I/O, which is
     * completed with 2, while somebody takes a view of the handle and keeps it if it is of the first. r1: the state in that view,
     * or null when the handle was in another use; r2: the result in it.
     */
    @Outcome(id = "null, 0", expect = ACCEPTABLE, desc = "reclaim -> look: another use, no result")
    @Outcome(id = "COMPLETED_(SHARED|LOCAL), 1", expect = ACCEPTABLE, desc = "look -> reclaim: its own result")
    @Outcome(expect = FORBIDDEN, desc = "another use's state or result")
    @RaceSides({"null, 0", "COMPLETED_(SHARED|LOCAL), 1"})
    public static final class ReuseVsView {
        private ReuseVsView() {}

        private static Handle completed(Handle handle) {
            SubmittedHandle.first(handle).complete(1);
            return handle;
        }

        private static void useAgain(Handle handle) {
            handle.reclaim();
            SubmittedHandle.submit(handle);
            handle.complete(2);
        }

        private static void look(Handle handle, long generation, LI_Result r) {
            HandleView view = handle.view(1);
            if (view != null && view.ioGeneration() == generation) {
                r.r1 = view.state();
                r.r2 = view.rawResult() == null ? 0 : view.rawResult();
            }
        }

        /** The shipped look. Kills: M65. */
        @JCStressTest
        @JCStressMeta(ReuseVsView.class)
        @State
        public static class Actual {
            private final Handle handle = completed(new Handle(0));
            private final long generation = handle.generation();
            private final StartSignal signal = new StartSignal();

            @Actor
            public void owner() {
                signal.await();
                useAgain(handle);
            }

            @Actor
            public void looker(LI_Result r) {
                signal.start();
                look(handle, generation, r);
            }
        }

        /** M65: the generation is not looked at again. */
        @JCStressTest
        @JCStressMeta(ReuseVsView.class)
        @State
        public static class Weakened {
            private final Handle handle = completed(new M65_NoSecondLookAtGeneration(0));
            private final long generation = handle.generation();
            private final StartSignal signal = new StartSignal();

            @Actor
            public void owner() {
                signal.await();
                useAgain(handle);
            }

            @Actor
            public void looker(LI_Result r) {
                signal.start();
                look(handle, generation, r);
            }
        }
    }
}
