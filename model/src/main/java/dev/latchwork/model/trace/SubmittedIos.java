package dev.latchwork.model.trace;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** By handle: the last use that was submitted, by whom, and whether it is completed. Mutable, confined to its thread. */
final class SubmittedIos {
    private long[] lastUse = new long[0];
    private boolean[] isOutstanding = new boolean[0];
    private int[] issuer = new int[0];
    private int outstanding;

    SubmittedIos() {}

    private SubmittedIos(SubmittedIos other) {
        lastUse = other.lastUse.clone();
        isOutstanding = other.isOutstanding.clone();
        issuer = other.issuer.clone();
        outstanding = other.outstanding;
    }

    SubmittedIos copy() {
        return new SubmittedIos(this);
    }

    /** Submitted and not completed. */
    int outstanding() {
        return outstanding;
    }

    boolean isOutstanding(int handle) {
        return handle < isOutstanding.length && isOutstanding[handle];
    }

    /** What the session has submitted and nobody completed, in the order of the handles. */
    List<Long> outstanding(int session) {
        List<Long> ios = new ArrayList<>();
        for (int handle = 0; handle < lastUse.length; handle++) {
            if (isOutstanding[handle] && issuer[handle] == session) {
                ios.add(lastUse[handle]);
            }
        }
        return ios;
    }

    /** Why this batch cannot be submitted: a handle twice, or in use, or a use that is not newer than the last; or null. */
    String notNew(List<Long> batch) {
        String refused = null;
        for (int i = 0; i < batch.size() && refused == null; i++) {
            refused = notNew(batch.get(i), batch.subList(0, i));
        }
        return refused;
    }

    private String notNew(long io, List<Long> before) {
        int id = IoUse.id(io);
        for (long other : before) {
            if (IoUse.id(other) == id) {
                return "handle " + id + " is in the batch twice";
            }
        }
        if (id >= lastUse.length) {
            return null;
        }
        if (isOutstanding[id]) {
            return "handle " + id + " is submitted while its I/O " + IoUse.text(lastUse[id]) + " is not completed";
        }
        return io > lastUse[id]
                ? null
                : "handle " + id + " was submitted as " + IoUse.text(lastUse[id]) + " before, recorded: "
                        + IoUse.text(io);
    }

    void submit(int session, long io) {
        int id = IoUse.id(io);
        if (id >= lastUse.length) {
            int more = Math.max(id + 1, 2 * lastUse.length);
            lastUse = Arrays.copyOf(lastUse, more);
            isOutstanding = Arrays.copyOf(isOutstanding, more);
            issuer = Arrays.copyOf(issuer, more);
        }
        lastUse[id] = io;
        isOutstanding[id] = true;
        issuer[id] = session;
        outstanding++;
    }

    void complete(long io) {
        isOutstanding[IoUse.id(io)] = false;
        outstanding--;
    }
}
