package dev.latchwork.jcstress;

import static org.openjdk.jcstress.annotations.Expect.ACCEPTABLE;
import static org.openjdk.jcstress.annotations.Expect.FORBIDDEN;

import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.jcstress.mutants.M02_StateBeforeResult;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.JCStressMeta;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.ZI_Result;

/**
 * A handle's state promises its result. Run it: {@code mvn -pl stress/jcstress -am verify
 * -Djcstress.tests=HandlePublicationStress}. The order of the stores is seen here; that they are release stores is not, since
 * amd64 reorders no stores.
 */
public final class HandlePublicationStress {
    private static final int BYTES = 8;

    private HandlePublicationStress() {}

    /** Whoever sees COMPLETED_IO, or anything after it, sees the result. */
    @Outcome(id = "false, .*", expect = ACCEPTABLE, desc = "look -> complete")
    @Outcome(id = "true, 8", expect = ACCEPTABLE, desc = "complete -> look: with the result")
    @Outcome(expect = FORBIDDEN, desc = "the I/O has run, but there is no result")
    public static final class Publication {
        private Publication() {}
    }

    /** The shipped handle. Kills M02. */
    @JCStressTest
    @JCStressMeta(Publication.class)
    @State
    public static class Actual {
        private final Handle handle = SubmittedHandles.submit(new Handle(0));

        @Actor
        public void executor() {
            handle.complete(BYTES);
        }

        @Actor
        public void waiter(ZI_Result r) {
            r.r1 = handle.state().compareTo(HandleState.COMPLETED_IO) >= 0;
            r.r2 = handle.result();
        }
    }

    /** Mutant M02: must show the forbidden outcome. */
    @JCStressTest
    @JCStressMeta(Publication.class)
    @State
    public static class Weakened {
        private final Handle handle = SubmittedHandles.submit(new M02_StateBeforeResult());

        @Actor
        public void executor() {
            handle.complete(BYTES);
        }

        @Actor
        public void waiter(ZI_Result r) {
            r.r1 = handle.state().compareTo(HandleState.COMPLETED_IO) >= 0;
            r.r2 = handle.result();
        }
    }
}
