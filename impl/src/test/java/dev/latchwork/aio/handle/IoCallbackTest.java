package dev.latchwork.aio.handle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IoCallbackTest {
    private final Handle handle = new Handle(0);
    private final IoResult result = new IoResult();
    private final List<String> calls = new ArrayList<>();

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
        handle.handOut(result);
    }

    /** Innermost first, at every stage; each sees what the one before it left; shared before local. */
    @Test
    void complete_whenTwoCallbacks_thenInnermostFirstAndEachMapsTheOutcome() {
        handle.addCallback(new Recording("outer"), 10);
        handle.addCallback(new Recording("inner"), 20);
        use(8);
        assertEquals(
                List.of(
                        "inner stage 20",
                        "outer stage 10",
                        "inner shared 20 saw 8",
                        "outer shared 10 saw 7",
                        "inner local 20 saw 6",
                        "outer local 10 saw 5"),
                calls);
        assertEquals(IoResult.Status.PARTIAL, result.status());
        assertEquals(4, result.bytes());
    }

    /** A callback belongs to one use: the next use of the handle has none. */
    @Test
    void complete_whenHandleIsReused_thenOldCallbacksAreGone() {
        handle.addCallback(new Recording("old"), 1);
        use(8);
        calls.clear();
        handle.handOut(result);
        use(8);
        assertEquals(List.of(), calls);
        assertEquals(IoResult.Status.OK, result.status());
    }

    /** One more than fit is refused; the handle is as before. */
    @Test
    void addCallback_whenFull_thenRefused() {
        for (int i = 0; i < IoCallback.MAX_CALLBACKS; i++) {
            handle.addCallback(new Recording("c" + i), i);
        }
        AioException error = assertThrows(AioException.class, () -> handle.addCallback(new Recording("more"), 9));
        assertEquals("handle 0 has 4 callbacks already", error.getMessage());
        use(8);
        assertEquals(12, calls.size());
    }

    private void use(int bytes) {
        handle.startRead(new MemoryTarget(ByteBuffer.allocate(8)), ByteBuffer.allocate(8), 0);
        handle.prepareSubmit();
        handle.complete(bytes);
        handle.reclaim();
    }

    /** Notes its calls and takes one byte off the outcome each time. */
    private final class Recording implements IoCallback {
        private final String name;

        Recording(String name) {
            this.name = name;
        }

        @Override
        public void stage(IoHandle staged, int data) {
            calls.add(name + " stage " + data);
        }

        @Override
        public void completeShared(IoHandle completed, IoResult outcome, int data) {
            take("shared", outcome, data);
        }

        @Override
        public void completeLocal(IoHandle completed, IoResult outcome, int data) {
            take("local", outcome, data);
        }

        private void take(String when, IoResult outcome, int data) {
            calls.add(name + " " + when + " " + data + " saw " + outcome.bytes());
            outcome.set(IoResult.Status.PARTIAL, outcome.bytes() - 1);
        }
    }
}
