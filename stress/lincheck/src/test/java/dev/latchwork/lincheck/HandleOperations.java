package dev.latchwork.lincheck;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.session.HandleParts;
import dev.latchwork.aio.session.HandleUses;
import dev.latchwork.lincheck.mutants.M07_HandleNotReturned;
import dev.latchwork.lincheck.mutants.M08_HandleReturnedTwice;
import dev.latchwork.lincheck.mutants.M09_IdleBeforeGeneration;
import dev.latchwork.lincheck.mutants.M61_BroadcastBeforeState;
import dev.latchwork.lincheck.mutants.M88_NoBroadcast;
import dev.latchwork.mutants.M15_GenerationBeforeState;
import dev.latchwork.mutants.M46_StaysQueued;
import dev.latchwork.mutants.M62_ForgetsOneWaiter;
import dev.latchwork.mutants.M63_SameGeneration;
import dev.latchwork.mutants.M65_NoSecondLookAtGeneration;
import dev.latchwork.mutants.M66_SharedBeforeResult;
import dev.latchwork.mutants.M67_ComparesNoGeneration;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** The operations of {@link HandleUses} with the shipped parts and with each mistake. Lincheck makes one object for each invocation. */
@Param(name = "session", gen = IntGen.class, conf = "0:2")
@Param(name = "handle", gen = IntGen.class, conf = "0:3")
@Param(name = "use", gen = IntGen.class, conf = "1:3")
@Param(name = "result", gen = IntGen.class, conf = "1:9")
public abstract class HandleOperations {
    static final int SESSIONS = 3;

    private final HandleUses uses;

    private HandleOperations(HandleParts parts, int perSession) {
        Invocations.count();
        uses = new HandleUses(parts, () -> new Latch(new MonitorParker()), SESSIONS, perSession);
    }

    @Operation
    public HandleUses.Acquired acquire(int session) {
        return uses.acquire(session);
    }

    @Operation
    public int submit(int session) {
        return uses.submit(session);
    }

    @Operation
    public int complete(int result) {
        return uses.complete(result);
    }

    @Operation
    public HandleUses.Awaited await(int session, int handle, int use) {
        return uses.await(session, handle, use);
    }

    @Operation
    public HandleUses.Look ask(int session, int handle, int use) {
        return uses.ask(session, handle, use);
    }

    @Operation
    public HandleUses.Seen look(int handle, int use) {
        return uses.look(handle, use);
    }

    /** What is shipped, one handle for each session. */
    public static final class Reference extends HandleOperations {
        public Reference() {
            super(HandleParts.reference(), 1);
        }
    }

    /** The same with two handles for each session. */
    public static final class ReferenceOfTwo extends HandleOperations {
        public ReferenceOfTwo() {
            super(HandleParts.reference(), 2);
        }
    }

    /** With a handle that does not come back. */
    public static final class M07 extends HandleOperations {
        public M07() {
            super(HandleParts.reference().withIdleList(M07_HandleNotReturned::new), 2);
        }
    }

    /** With a handle that comes back twice. */
    public static final class M08 extends HandleOperations {
        public M08() {
            super(HandleParts.reference().withIdleList(M08_HandleReturnedTwice::new), 2);
        }
    }

    /** With handles that are idle too early. */
    public static final class M09 extends HandleOperations {
        public M09() {
            super(HandleParts.reference().withHandle(M09_IdleBeforeGeneration::new), 1);
        }
    }

    /** With waiters that load in the wrong order. */
    public static final class M15 extends HandleOperations {
        public M15() {
            super(HandleParts.reference().withWaiter(M15_GenerationBeforeState::new), 1);
        }
    }

    /** With a queue that keeps what was consumed. */
    public static final class M46 extends HandleOperations {
        public M46() {
            super(HandleParts.reference().withQueue(M46_StaysQueued::new), 1);
        }
    }

    /** With a broadcast that comes too early. */
    public static final class M61 extends HandleOperations {
        public M61() {
            super(HandleParts.reference().withHandle(M61_BroadcastBeforeState::new), 1);
        }
    }

    /** With a broadcast that leaves one asleep. */
    public static final class M62 extends HandleOperations {
        public M62() {
            super(HandleParts.reference().withHandle(id -> new Handle(id, new M62_ForgetsOneWaiter())), 1);
        }
    }

    /** With one generation for all uses. */
    public static final class M63 extends HandleOperations {
        public M63() {
            super(HandleParts.reference().withHandle(M63_SameGeneration::new), 1);
        }
    }

    /** With looks that are not confirmed. */
    public static final class M65 extends HandleOperations {
        public M65() {
            super(HandleParts.reference().withHandle(M65_NoSecondLookAtGeneration::new), 1);
        }
    }

    /** With a result that comes too late. */
    public static final class M66 extends HandleOperations {
        public M66() {
            super(HandleParts.reference().withHandle(M66_SharedBeforeResult::new), 1);
        }
    }

    /** With waiters that do not compare generations. */
    public static final class M67 extends HandleOperations {
        public M67() {
            super(HandleParts.reference().withWaiter(M67_ComparesNoGeneration::new), 1);
        }
    }

    /** With no broadcast. */
    public static final class M88 extends HandleOperations {
        public M88() {
            super(HandleParts.reference().withHandle(M88_NoBroadcast::new), 1);
        }
    }
}
