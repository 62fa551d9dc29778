package dev.latchwork.aio.handle;

import dev.latchwork.aio.IoTarget;

/** What a handle asks of the session that owns it. */
public interface HandleOwner {
    /**
     * Makes sure that the owner itself can use the target: an issuer has its file open before it defines an I/O on it.
     *
     * @throws dev.latchwork.aio.AioException if it cannot be opened
     */
    void openTarget(IoTarget target);

    /** Takes a handle that has just been defined towards its submission. */
    void stage(Handle handle);
}
