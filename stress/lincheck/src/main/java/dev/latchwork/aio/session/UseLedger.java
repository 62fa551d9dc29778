package dev.latchwork.aio.session;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.session.HandleUses.Delivered;
import java.util.ArrayList;
import java.util.List;

/** What a session has used and what it is owed for it. Used by the session's thread only, so Lincheck need not look inside. */
public final class UseLedger {
    private record Owed(int handle, int use, IoResult slot) {}

    private final int[] uses;
    private final List<Owed> owed = new ArrayList<>();

    private IoHandle handedOut;

    UseLedger(int handles) {
        uses = new int[handles];
    }

    /** Another use of the handle begins; its outcome will be in that slot. */
    void begin(IoHandle handle, IoResult slot) {
        handedOut = handle;
        uses[handle.id()]++;
        owed.add(new Owed(handle.id(), uses[handle.id()], slot));
    }

    IoHandle handedOut() {
        return handedOut;
    }

    /** Number of the present use of the handle that is handed out, 1 for its first. */
    int use() {
        return uses[handedOut.id()];
    }

    /** What has been delivered since the last call, in the order of the uses. */
    List<Delivered> takeDelivered() {
        List<Delivered> delivered = new ArrayList<>();
        for (int i = 0; i < owed.size(); ) {
            Owed each = owed.get(i);
            if (each.slot.status() == IoResult.Status.UNKNOWN) {
                i++;
            } else {
                delivered.add(new Delivered(each.handle, each.use, each.slot.bytes() - each.slot.errno()));
                owed.remove(i);
            }
        }
        return delivered;
    }
}
