package dev.latchwork.aio.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.WaitReference;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandleTest {
    private final Handle handle = new Handle(3);
    private final IoResult result = new IoResult();
    private final IoTarget target = new MemoryTarget(ByteBuffer.allocate(64));

    @BeforeEach
    void own() {
        handle.setOwner(new HandleOwner() {
            @Override
            public void openTarget(IoTarget opened) {}

            @Override
            public void stage(Handle staged) {
                staged.stage();
            }
        });
    }

    /** The whole life: eight states in their order, then the next generation. */
    @Test
    void handle_whenUsedOnce_thenPassesAllStatesAndIsRecycled() {
        assertEquals(HandleState.IDLE, handle.state());
        handle.handOut(result);
        WaitReference reference = new WaitReference();
        handle.reference(reference);
        assertEquals("h3g1", reference.toString());
        handle.startRead(target, ByteBuffer.allocate(8), 0);
        assertEquals(HandleState.STAGED, handle.state());
        handle.prepareSubmit();
        assertEquals(HandleState.SUBMITTED, handle.state());
        handle.complete(8);
        assertEquals(HandleState.COMPLETED_SHARED, handle.state());
        assertEquals(IoResult.Status.UNKNOWN, result.status(), "the outcome is the owner's to take");
        assertFalse(handle.wasRecycled(reference.generation()));
        handle.reclaim();
        assertEquals(HandleState.IDLE, handle.state());
        assertEquals(2, handle.generation());
        assertTrue(handle.wasRecycled(reference.generation()));
        assertEquals(IoResult.Status.OK, result.status());
        assertEquals(8, result.bytes());
    }

    /** What the result means depends on what was asked for. */
    @ParameterizedTest
    @CsvSource({"8,OK,8,0", "7,PARTIAL,7,0", "0,PARTIAL,0,0", "-2,ERROR,0,2"})
    void complete_whenResult_thenDistilled(int raw, IoResult.Status status, int bytes, int errno) {
        submit();
        handle.complete(raw);
        handle.reclaim();
        assertEquals(status, result.status());
        assertEquals(bytes, result.bytes());
        assertEquals(errno, result.errno());
    }

    /** An I/O is completed once; a second completion is refused where it happens, not noticed later. */
    @Test
    void complete_whenCompletedAlready_thenRefused() {
        submit();
        handle.complete(8);
        IllegalStateException error = assertThrows(IllegalStateException.class, () -> handle.complete(8));
        assertEquals("handle 3 cannot change from COMPLETED_SHARED to COMPLETED_IO", error.getMessage());
    }

    /** Only a handed-out handle can be started, referred to, changed or released. */
    @Test
    void start_whenNotHandedOut_thenApiViolation() {
        AioException started =
                assertThrows(AioException.class, () -> handle.startRead(target, ByteBuffer.allocate(1), 0));
        assertEquals(
                "API violation: handle 3 cannot be started in state IDLE; only a handed-out handle can",
                started.getMessage());
        assertThrows(AioException.class, () -> handle.reference(new WaitReference()));
        assertThrows(AioException.class, handle::setReferencesLocal);
        assertThrows(AioException.class, handle::giveBack);
        assertEquals(HandleState.IDLE, handle.state());
        assertEquals(1, handle.generation());
    }

    /** A start that is refused leaves the handle handed out and usable. */
    @Test
    void start_whenArgumentsAreUnusable_thenRefusedAndHandleStaysHandedOut() {
        handle.handOut(result);
        AioException offset =
                assertThrows(AioException.class, () -> handle.startRead(target, ByteBuffer.allocate(1), -1));
        assertEquals("-1 is outside the valid range for \"offset\" (0 .. 2^63-1)", offset.getMessage());
        AioException readOnly = assertThrows(
                AioException.class,
                () -> handle.startRead(target, ByteBuffer.allocate(1).asReadOnlyBuffer(), 0));
        assertEquals("cannot read into a read-only buffer", readOnly.getMessage());
        assertEquals(HandleState.HANDED_OUT, handle.state());
        handle.giveBack();
        assertEquals(HandleState.IDLE, handle.state());
    }

    /** A handle that is given back ends its use: who waits for it is told that it was recycled. */
    @Test
    void giveBack_whenReferred_thenRecycled() {
        handle.handOut(result);
        WaitReference reference = new WaitReference();
        handle.reference(reference);
        handle.giveBack();
        assertTrue(handle.wasRecycled(reference.generation()));
    }

    /** The message of a failed I/O says what it was. */
    @Test
    void toString_whenFailed_thenNamesTheError() {
        result.set(IoResult.Status.ERROR, -Errno.ENOENT);
        assertEquals("ERROR -ENOENT", result.toString());
    }

    private void submit() {
        handle.handOut(result);
        handle.startRead(target, ByteBuffer.allocate(8), 0);
        handle.prepareSubmit();
    }
}
