package dev.latchwork.nemesis;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.Errno;
import dev.latchwork.aio.IoCallback;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.model.history.BlockHistory;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * One session's share of a run: batches of reads and writes, plain and vectored, of blocks that are its own and of some that
 * all sessions use at once. It logs what it called and was answered; what that means is judged when the run has ended. Only
 * a word that belongs elsewhere is refused at once. Confined to its thread but for the references that it publishes for
 * others to wait on, and its log.
 */
final class BlockSession implements Callable<BlockSession.Tally> {
    /** One I/O in so many goes to a block that all sessions use. */
    private static final int SHARED_IN = 8;

    private static final int SHARED_BLOCKS = BlockFiles.ALL / BlockFiles.SHARED_EVERY;
    /** Sessions at most: a value tells which of them wrote it. */
    private static final int SESSIONS = 64;

    private final MixedPlan plan;
    private final Aio aio;
    private final BlockFiles files;
    private final MixedNemesis nemesis;
    private final int number;
    private final AtomicReferenceArray<WaitReference> published;
    private final AtomicLong completions;
    private final SplittableRandom random;
    private final IoLog log;
    private final Moments moments;
    private final long[] words = new long[BlockHistory.WORDS];
    private final Slot[] slots = new Slot[AioSettings.SUBMIT_BATCH_SIZE];
    private final Set<Integer> taken = new HashSet<>();
    private final IoCallback counting = new CountingCallback();
    private final Tally tally = new Tally();
    /** Writes so far, so that each has a value of its own. */
    private long written;

    /** One I/O of a batch. */
    private static final class Slot {
        private final ByteBuffer whole = ByteBuffer.allocateDirect(BlockFiles.BLOCK);
        private final ByteBuffer[] pieces = new ByteBuffer[BlockHistory.PIECES];
        private final IoResult result = new IoResult();
        private final WaitReference reference = new WaitReference();
        private int block;
        private boolean write;
        private boolean started;
        private long value;
        private int row;

        Slot() {
            for (int i = 0; i < BlockHistory.PIECES; i++) {
                pieces[i] =
                        whole.slice(i * BlockFiles.BLOCK / BlockHistory.PIECES, BlockFiles.BLOCK / BlockHistory.PIECES);
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
        long errors;
        long shorts;
        long shared;
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
     * @param log this session's
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
            AtomicLong completions,
            Moments moments,
            IoLog log) {
        this.plan = plan;
        this.aio = aio;
        this.files = files;
        this.nemesis = nemesis;
        this.number = number;
        this.published = published;
        this.completions = completions;
        this.moments = moments;
        this.log = log;
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
                int batches = plan.faults().reopenSessionEvery() == 0
                        ? Integer.MAX_VALUE
                        : plan.faults().reopenSessionEvery();
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
        int submitted = moments.take();
        for (int i = 0; i < count; i++) {
            if (slots[i].started) {
                log.submitted(slots[i].row, submitted);
            }
        }
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

    /** Chooses a block that is not in the batch yet. */
    private void prepare(Slot slot) {
        do {
            slot.block = chooseBlock();
        } while (!taken.add(slot.block));
        slot.write = random.nextBoolean();
        slot.value = 0;
        slot.whole.clear();
        for (ByteBuffer piece : slot.pieces) {
            piece.clear();
        }
        if (slot.write) {
            written++;
            slot.value = written * SESSIONS + number;
            BlockContent.fill(slot.whole, slot.block, slot.value);
        }
    }

    private int chooseBlock() {
        if (random.nextInt(SHARED_IN) == 0) {
            return random.nextInt(SHARED_BLOCKS) * BlockFiles.SHARED_EVERY;
        }
        int own;
        do {
            own = random.nextInt(BlockFiles.ALL / plan.sessions()) * plan.sessions() + number;
        } while (BlockFiles.isShared(own));
        return own;
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
        long offset = (long) (slot.block % BlockFiles.BLOCKS) * BlockFiles.BLOCK;
        IoTarget target = files.target(slot.block / BlockFiles.BLOCKS);
        slot.row = log.begin(slot.block, slot.write, slot.value, handle.id(), handle.generation());
        try {
            if (vectored && slot.write) {
                handle.startWritev(target, slot.pieces, offset);
            } else if (vectored) {
                handle.startReadv(target, slot.pieces, offset);
            } else if (slot.write) {
                handle.startWrite(target, slot.whole, offset);
            } else {
                handle.startRead(target, slot.whole, offset);
            }
        } catch (AioException e) {
            refuse(session, handle, slot, e);
            return;
        }
        slot.started = true;
        tally.issued++;
        tally.local += local ? 1 : 0;
        tally.vectored += vectored ? 1 : 0;
        tally.shared += BlockFiles.isShared(slot.block) ? 1 : 0;
    }

    /** The issuer itself could not open a file that is away: nothing has been started, and the handle goes back. */
    private void refuse(IoSession session, IoHandle handle, Slot slot, AioException e) {
        if (!(e.getCause() instanceof IOException)) {
            throw e;
        }
        session.release(handle);
        log.takeBack();
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
        if (slot.result.status() == IoResult.Status.ERROR) {
            boolean performed = slot.result.errno() != Errno.ENOENT;
            tally.failures += performed ? 0 : 1;
            tally.errors += performed ? 1 : 0;
            log.end(
                    slot.row,
                    performed ? IoLog.Outcome.FAILED : IoLog.Outcome.NOT_PERFORMED,
                    performed ? BlockHistory.PIECES : 0,
                    slot.value);
            return;
        }
        if (slot.result.bytes() % BlockContent.PIECE != 0) {
            throw new AioException(describe(slot) + ": " + slot.result);
        }
        int pieces = slot.result.bytes() / BlockContent.PIECE;
        tally.shorts += pieces < BlockHistory.PIECES ? 1 : 0;
        if (slot.write) {
            tally.writes++;
            log.end(slot.row, IoLog.Outcome.TRANSFERRED, pieces, slot.value);
            return;
        }
        tally.reads++;
        if (read(slot, pieces)) {
            log.end(slot.row, IoLog.Outcome.TRANSFERRED, pieces, words[0]);
        } else {
            log.endTorn(slot.row, pieces, words);
        }
    }

    /** Whether the read gave one value. */
    private boolean read(Slot slot, int pieces) {
        try {
            return BlockContent.read(slot.whole, slot.block, pieces, BlockFiles.isShared(slot.block), words);
        } catch (BlockContent.TornOrMisplaced e) {
            throw new AioException(describe(slot) + ": " + e.getMessage(), e);
        }
    }

    private static String describe(Slot slot) {
        return (slot.write ? "write" : "read") + " of block " + slot.block;
    }
}
