package dev.latchwork.jcstress;

import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.handle.HandleOwner;
import java.nio.ByteBuffer;

/** Brings a handle to where executors meet it. Allocates little, since each sample needs a handle of its own. */
final class SubmittedHandles {
    private static final IoTarget TARGET = new MemoryTarget(ByteBuffer.allocate(8));
    private static final ByteBuffer BUFFER = ByteBuffer.allocate(8);

    private static final HandleOwner OWNER = new HandleOwner() {
        @Override
        public void openTarget(IoTarget target) {}

        @Override
        public void stage(Handle handle) {
            handle.stage();
            handle.prepareSubmit();
        }
    };

    private SubmittedHandles() {}

    /** Takes an idle handle to SUBMITTED, by the shipped steps of its life. */
    static <H extends Handle> H submit(H handle) {
        handle.setOwner(OWNER);
        handle.handOut(new IoResult());
        handle.startRead(TARGET, BUFFER, 0);
        return handle;
    }
}
