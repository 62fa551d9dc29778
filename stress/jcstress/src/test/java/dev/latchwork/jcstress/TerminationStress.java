package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.jcstress.mutants.M16_PlainState;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.Signal;
import org.openjdk.jcstress.annotations.State;

/**
 * Whoever looks again and again sees the change at last. This is about what the compiler makes of a loop: the machine shows
 * every store in the end. A wait that sleeps is no such loop; that it ends is the matter of {@link WaitStress}.
 *
 * <p>Run: {@code mvn -pl stress/jcstress -am verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false
 * -Dit.test=JcstressIT -Djcstress.tests=TerminationStress}
 */
public final class TerminationStress {
    private TerminationStress() {}

    /** Somebody looks at a handle until its I/O is completed. */
    @Outcome(id = "TERMINATED", expect = ACCEPTABLE, desc = "looks -> complete -> look: seen")
    @Outcome(id = "STALE", expect = FORBIDDEN, desc = "looks for ever at an I/O that is completed")
    public static final class LookVsComplete {
        private LookVsComplete() {}

        /** The shipped look. Kills: M16. */
        @JCStressTest(Mode.Termination)
        @JCStressMeta(LookVsComplete.class)
        @State
        public static class Actual {
            private final Handle handle = SubmittedHandle.first(new Handle(0));

            @Actor
            public void looker() {
                while (!handle.state().isCompleted()) {
                    // Looks again.
                }
            }

            @Signal
            public void executor() {
                handle.complete(1);
            }
        }

        /** M16: a plain look. jcstress takes half a minute to call it stale. */
        @JCStressTest(Mode.Termination)
        @JCStressMeta(LookVsComplete.class)
        @State
        public static class Weakened {
            private final Handle handle = SubmittedHandle.first(new Handle(0));

            @Actor
            public void looker() {
                while (!M16_PlainState.state(handle).isCompleted()) {
                    // Looks again.
                }
            }

            @Signal
            public void executor() {
                handle.complete(1);
            }
        }
    }
}
