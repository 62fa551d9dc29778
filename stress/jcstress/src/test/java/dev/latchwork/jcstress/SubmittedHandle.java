package dev.latchwork.jcstress;

import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import java.nio.ByteBuffer;

/** Takes a handle the shortest legal way to SUBMITTED. Stateless; what it gives the handles is shared and not touched. */
final class SubmittedHandle {
    private static final ByteBuffer BUFFER = ByteBuffer.allocate(1);
    private static final IoTarget TARGET = new MemoryTarget(BUFFER);
    private static final IoResult RESULT = new IoResult();

    private static final HandleOwner OWNER = new HandleOwner() {
        @Override
        public void openTarget(IoTarget target) {
            // Nobody transfers anything.
        }

        @Override
        public void stage(Handle handle) {
            handle.stage();
        }
    };

    private SubmittedHandle() {}

    /** The handle, submitted for the first time. */
    static Handle first(Handle handle) {
        handle.setOwner(OWNER);
        submit(handle);
        return handle;
    }

    /** The same, with a place for the outcome. */
    static Handle first(Handle handle, IoResult result) {
        handle.setOwner(OWNER);
        submit(handle, result);
        return handle;
    }

    /** Uses the idle handle and submits it. */
    static void submit(Handle handle) {
        submit(handle, RESULT);
    }

    private static void submit(Handle handle, IoResult result) {
        handle.handOut(result);
        handle.startRead(TARGET, BUFFER, 0);
        handle.prepareSubmit();
    }

    /** A reference to the present use of a handle. */
    static WaitReference reference(Handle handle) {
        WaitReference reference = new WaitReference();
        reference.set(handle, handle.generation());
        return reference;
    }
}
