package dev.latchwork.properties;

import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoResult.Status;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.properties.Workload.Transfer;
import dev.latchwork.properties.Workload.Transfer.Kind;
import java.nio.ByteBuffer;
import java.util.Arrays;

/** A transfer in flight, and what has to come out of it. Used by the session's thread. */
final class StartedTransfer {
    /** Bytes before and behind the transfer's part of the buffer, which nobody may touch. */
    private static final int MARGIN = 3;

    private final Transfer transfer;
    private final byte[] expected;
    private final IoResult result = new IoResult();
    private final WaitReference reference = new WaitReference();
    private final ByteBuffer buffer;

    /**
     * A transfer that is about to be started.
     *
     * @param expected the bytes that it reads or writes; fewer than its length behind the end of the source
     */
    StartedTransfer(Transfer transfer, byte[] expected) {
        this.transfer = transfer;
        this.expected = expected;
        buffer = ByteBuffer.allocate(transfer.length() + 2 * MARGIN);
        if (transfer.kind() == Kind.WRITE) {
            buffer.put(MARGIN, expected);
        }
        buffer.position(MARGIN).limit(MARGIN + transfer.length());
    }

    IoResult result() {
        return result;
    }

    WaitReference reference() {
        return reference;
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /**
     * Judges the outcome, once the session has waited.
     *
     * @param anyMayFail whether the reopen of any target may fail, and not only that of a deleted file
     * @return whether a worker could not reopen the target
     */
    boolean isFailedReopen(boolean anyMayFail) {
        if (result.status() == Status.ERROR && transfer.kind().isRead()) {
            boolean mayFailToReopen = transfer.kind() == Kind.READ_DELETED
                    || (anyMayFail && transfer.kind().isForWorkers());
            boolean failedItself = transfer.kind() == Kind.READ_FAILING && result.errno() == Errno.EIO;
            Violation.unlessEqual(true, mayFailToReopen || failedItself, "failure of " + transfer);
            Violation.unlessEqual(
                    failedItself ? Errno.EIO : Errno.ENOENT, result.errno(), "error number of " + transfer);
            Violation.unlessEqual(MARGIN, buffer.position(), "position after the failed " + transfer);
            return !failedItself;
        }
        Violation.unlessEqual(false, transfer.kind() == Kind.READ_FAILING, "success of " + transfer);
        Status status = expected.length < transfer.length() ? Status.PARTIAL : Status.OK;
        Violation.unlessEqual(status, result.status(), "status of " + transfer);
        Violation.unlessEqual(expected.length, result.bytes(), "bytes of " + transfer);
        Violation.unlessEqual(MARGIN + expected.length, buffer.position(), "position after " + transfer);
        byte[] whole = new byte[buffer.capacity()];
        System.arraycopy(expected, 0, whole, MARGIN, expected.length);
        if (!Arrays.equals(whole, buffer.array())) {
            throw new Violation("wrong content after " + transfer);
        }
        return false;
    }
}
