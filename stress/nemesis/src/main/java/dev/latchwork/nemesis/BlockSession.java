package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One session's share of a run: batches of reads and writes, plain and vectored, of blocks that are its own, so that it
 * knows the version of each; every read is compared. A failed write must have left the old version. Confined to its thread
 * but for the references that it publishes for others to wait on.
 */
final class BlockSession implements Callable<BlockSession.Tally> {
    private static final int PIECES = 4;

    private final MixedPlan plan;
    private final Aio aio;
    private final BlockFiles files;
    private final MixedNemesis nemesis;
    private final int number;
    private final AtomicReferenceArray<WaitReference> published;
    private final AtomicLong completions;
    private final SplittableRandom random;
    private final long[][] versions = new long[BlockFiles.FILES][BlockFiles.BLOCKS];
    private final Slot[] slots = new Slot[AioSettings.SUBMIT_BATCH_SIZE];
    private final Set<Integer> taken = new HashSet<>();
    private final IoCallback counting = new CountingCallback();
    private final Tally tally = new Tally();

    /** One I/O of a batch. */
    private static final class Slot {
        private final ByteBuffer whole = ByteBuffer.allocateDirect(BlockFiles.BLOCK);
        private final ByteBuffer[] pieces = new ByteBuffer[PIECES];
        private final IoResult result = new IoResult();
        private final WaitReference reference = new WaitReference();
        private int file;
        private int block;
        private boolean write;
        private boolean started;
        private long version;

        Slot() {
            for (int i = 0; i < PIECES; i++) {
                pieces[i] = whole.slice(i * BlockFiles.BLOCK / PIECES, BlockFiles.BLOCK / PIECES);
            }
        }
    }

    /** What one session has counted. */
    static final class Tally {
        long issued;
        long reads;
        long writes;
        long vectored;
        long local;
        long failures;
        long refused;
        long foreignWaits;
        long sessions;
    }

    /** Counts what has completed, in whoever's thread. */
    private final class CountingCallback implements IoCallback {
        @Override
        public void completeShared(IoHandle handle, IoResult outcome, int data) {
            completions.incrementAndGet();
        }
    }

    /**
     * @param number of this share, 0 to sessions - 1
     * @param published the last reference of each share, for the others
     * @param completions counts the shared completions of all sessions
     */
    BlockSession(
            MixedPlan plan,
            Aio aio,
            BlockFiles files,
            MixedNemesis nemesis,
            int number,
            AtomicReferenceArray<WaitReference> published,
            AtomicLong completions) {
        this.plan = plan;
        this.aio = aio;
        this.files = files;
        this.nemesis = nemesis;
        this.number = number;
        this.published = published;
        this.completions = completions;
        this.random = new SplittableRandom(plan.seed() * 31 + number);
        for (int i = 0; i < slots.length; i++) {
            slots[i] = new Slot();
        }
    }

    @Override
    public Tally call() {
        long wanted = (plan.ios() + plan.sessions() - 1) / plan.sessions();
        while (tally.issued < wanted) {
            try (IoSession session = aio.openSession()) {
                tally.sessions++;
                int batches = plan.reopenSessionEvery() == 0 ? Integer.MAX_VALUE : plan.reopenSessionEvery();
                for (int batch = 0; batch < batches && tally.issued < wanted; batch++) {
                    runBatch(session);
                    nemesis.batchDone();
                }
            }
        }
        return tally;
    }

    private void runBatch(IoSession session) {
        int count = 1 + random.nextInt(slots.length);
        taken.clear();
        session.enterBatchMode();
        for (int i = 0; i < count; i++) {
            prepare(slots[i]);
            start(session, slots[i]);
        }
        session.exitBatchMode();
        if (random.nextInt(8) == 0) {
            awaitForeign(session);
        }
        for (int i = 0; i < count; i++) {
            if (slots[i].started) {
                session.await(slots[i].reference);
                judge(slots[i]);
            }
        }
    }

    /** Chooses a block of this session's that is not in the batch yet. */
    private void prepare(Slot slot) {
        int chosen;
        do {
            int own = random.nextInt(BlockFiles.FILES * BlockFiles.BLOCKS / plan.sessions());
            chosen = own * plan.sessions() + number;
        } while (!taken.add(chosen));
        slot.file = chosen / BlockFiles.BLOCKS;
        slot.block = chosen % BlockFiles.BLOCKS;
        slot.write = random.nextBoolean();
        slot.version = versions[slot.file][slot.block];
        slot.whole.clear();
        for (ByteBuffer piece : slot.pieces) {
            piece.clear();
        }
        if (slot.write) {
            slot.version++;
            BlockContent.fill(slot.whole, slot.file, slot.block, slot.version);
        }
    }

    private void start(IoSession session, Slot slot) {
        IoHandle handle = session.acquire(slot.result);
        handle.reference(slot.reference);
        handle.addCallback(counting, number);
        boolean local = random.nextInt(64) == 0;
        boolean vectored = random.nextInt(4) == 0;
        if (local) {
            handle.setReferencesLocal();
        }
        long offset = (long) slot.block * BlockFiles.BLOCK;
        try {
            if (vectored && slot.write) {
                handle.startWritev(files.target(slot.file), slot.pieces, offset);
            } else if (vectored) {
                handle.startReadv(files.target(slot.file), slot.pieces, offset);
            } else if (slot.write) {
                handle.startWrite(files.target(slot.file), slot.whole, offset);
            } else {
                handle.startRead(files.target(slot.file), slot.whole, offset);
            }
        } catch (AioException e) {
            refuse(session, handle, slot, e);
            return;
        }
        slot.started = true;
        tally.issued++;
        tally.local += local ? 1 : 0;
        tally.vectored += vectored ? 1 : 0;
    }

    /** The issuer itself could not open a file that is away: nothing has been started, and the handle goes back. */
    private void refuse(IoSession session, IoHandle handle, Slot slot, AioException e) {
        if (!(e.getCause() instanceof IOException)) {
            throw e;
        }
        session.release(handle);
        slot.started = false;
        tally.refused++;
    }

    /** Waits for the last I/O that some other session has published; it may be done, or its handle in another use. */
    private void awaitForeign(IoSession session) {
        published.set(number, copyOf(slots[0]));
        WaitReference foreign = published.get(random.nextInt(plan.sessions()));
        if (foreign != null && foreign.isSet()) {
            session.await(foreign);
            tally.foreignWaits++;
        }
    }

    private static WaitReference copyOf(Slot slot) {
        WaitReference copy = new WaitReference();
        if (slot.started) {
            copy.set(slot.reference.handle(), slot.reference.generation());
        }
        return copy;
    }

    private void judge(Slot slot) {
        if (slot.result.status() == IoResult.Status.ERROR && slot.result.errno() == Errno.ENOENT) {
            tally.failures++;
            return;
        }
        if (slot.result.status() != IoResult.Status.OK) {
            throw new AioException(describe(slot) + ": " + slot.result);
        }
        if (slot.write) {
            versions[slot.file][slot.block] = slot.version;
            tally.writes++;
            return;
        }
        tally.reads++;
        String fault = BlockContent.fault(slot.whole, slot.file, slot.block, slot.version);
        if (fault != null) {
            throw new AioException(describe(slot) + ": " + fault);
        }
    }

    private static String describe(Slot slot) {
        return (slot.write ? "write" : "read") + " of block " + slot.block + " of file " + slot.file;
    }

    /** What is wrong with this session's blocks on disk, or null. After the run. */
    String faultOnDisk() throws IOException {
        for (int own = number; own < BlockFiles.FILES * BlockFiles.BLOCKS; own += plan.sessions()) {
            int file = own / BlockFiles.BLOCKS;
            int block = own % BlockFiles.BLOCKS;
            String fault = files.fault(file, block, versions[file][block]);
            if (fault != null) {
                return fault;
            }
        }
        return null;
    }
}
