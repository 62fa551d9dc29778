package dev.latchwork.nemesis;

import dev.latchwork.aio.probe.Probe;
import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.History;
import dev.latchwork.model.history.QueueHistory;
import dev.latchwork.model.history.QueueHistory.Kind;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Records one run: a log for each session and one for the queue, with the moments of one counter. Makes a history of them
 * when the run has ended, or hangs.
 */
final class HistoryRecorder {
    /**
     * Rows of the queue's log for an I/O: it is inserted or not, and consumed; its batch wakes one worker, and its consumer two,
     * each of which may find nothing. What nemeses wake beside that is spare.
     */
    private static final int QUEUE_ROWS_OF_AN_IO = 6;

    private static final int SPARE_ROWS = 1 << 17;
    private static final int BATCH = 32;

    private final MixedPlan plan;
    private final Moments moments = new Moments();
    private final List<IoLog> sessions = new ArrayList<>();
    private final QueueLog queue;
    private BlockHistory.Builder blocks;

    /** Records a run of this plan, and tells {@code next} of every step. */
    HistoryRecorder(MixedPlan plan, Probe next) {
        this.plan = plan;
        int ios = Math.toIntExact(plan.ios());
        for (int session = 0; session < plan.sessions(); session++) {
            sessions.add(new IoLog(moments, ios / plan.sessions() + 2 * BATCH));
        }
        queue = new QueueLog(next, moments, plan.sessions(), QUEUE_ROWS_OF_AN_IO * ios + SPARE_ROWS);
    }

    Moments moments() {
        return moments;
    }

    IoLog session(int number) {
        return sessions.get(number);
    }

    /** To be told of every step. */
    Probe probe() {
        return queue;
    }

    long tornReads() {
        return sessions.stream().mapToLong(IoLog::tornReads).sum();
    }

    /**
     * What was recorded, and what is in the files now.
     *
     * @param files all in their places
     * @throws IllegalStateException if a log was full: then something is lost, and nothing can be judged
     * @throws BlockContent.TornOrMisplaced if a block holds what no order of writes explains
     */
    RecordedHistory history(BlockFiles files) throws IOException, BlockContent.TornOrMisplaced {
        collectBlocks();
        readAll(files);
        return new RecordedHistory(plan.name(), plan.seed(), queueHistory(), blocks.build());
    }

    /** What was recorded of a run that hangs. */
    RecordedHistory historyOfHung() {
        collectBlocks();
        return new RecordedHistory(plan.name(), plan.seed(), queueHistory(), blocks.build());
    }

    private void collectBlocks() {
        blocks = new BlockHistory.Builder(BlockFiles.ALL);
        for (int session = 0; session < sessions.size(); session++) {
            IoLog log = sessions.get(session);
            if (log.isFull()) {
                throw new IllegalStateException("the log of session " + session + " was full: I/Os are lost");
            }
            for (int row = 0; row < log.rows(); row++) {
                collect(session, log, row);
            }
        }
    }

    private void collect(int session, IoLog log, int row) {
        int block = log.block(row);
        int pieces = log.pieces(row);
        long value = log.value(row);
        int from = log.invocation(row);
        int to = log.response(row);
        switch (log.outcome(row)) {
            case TRANSFERRED -> {
                long[] torn = log.torn(row);
                if (torn != null) {
                    blocks.addTorn(session, block, pieces, torn, from, to);
                } else {
                    BlockHistory.Kind kind = log.isWrite(row) ? BlockHistory.Kind.WRITE : BlockHistory.Kind.READ;
                    blocks.add(kind, session, block, pieces, value, from, to);
                }
            }
            case FAILED -> {
                if (log.isWrite(row)) {
                    blocks.add(BlockHistory.Kind.PERHAPS_WRITE, session, block, pieces, value, from, to);
                }
            }
            case PENDING -> {
                if (log.isWrite(row)) {
                    blocks.add(
                            BlockHistory.Kind.PERHAPS_WRITE,
                            session,
                            block,
                            BlockHistory.PIECES,
                            value,
                            from,
                            History.PENDING);
                }
            }
            case NOT_PERFORMED -> {
                // Had no effect: whatever is read later must agree without it.
            }
        }
    }

    /** One more read of each block, after all others. */
    private void readAll(BlockFiles files) throws IOException, BlockContent.TornOrMisplaced {
        ByteBuffer buffer = ByteBuffer.allocateDirect(BlockFiles.BLOCK);
        for (int file = 0; file < BlockFiles.FILES; file++) {
            try (FileChannel channel = FileChannel.open(files.path(file), StandardOpenOption.READ)) {
                for (int i = 0; i < BlockFiles.BLOCKS; i++) {
                    int block = file * BlockFiles.BLOCKS + i;
                    long[] words = new long[BlockHistory.WORDS];
                    int from = moments.take();
                    files.read(channel, i, buffer);
                    boolean shared = BlockFiles.isShared(block);
                    if (BlockContent.read(buffer, block, BlockHistory.PIECES, shared, words)) {
                        blocks.add(
                                BlockHistory.Kind.READ,
                                plan.sessions(),
                                block,
                                BlockHistory.PIECES,
                                words[0],
                                from,
                                moments.take());
                    } else {
                        blocks.addTorn(plan.sessions(), block, BlockHistory.PIECES, words, from, moments.take());
                    }
                }
            }
        }
    }

    private QueueHistory queueHistory() {
        if (queue.isFull()) {
            throw new IllegalStateException("the log of the queue was full: operations are lost");
        }
        QueueHistory.Builder history = new QueueHistory.Builder(plan.capacity());
        Map<Long, int[]> calls = calls();
        int end = moments.take();
        for (int row = 0; row < queue.rows(); row++) {
            int kind = queue.kind(row);
            if (kind == QueueLog.INSERTED || kind == QueueLog.FULL) {
                // Whatever no session has called is taken for called at the beginning: the judges will find what is
                // wrong.
                int[] call = calls.getOrDefault(queue.io(row), new int[] {0, end});
                addInsert(history, row, call[0], call[1]);
            } else if (kind != 0) {
                addConsume(history, row);
            }
        }
        return history.build();
    }

    private void addInsert(QueueHistory.Builder history, int row, int call, int submitted) {
        Kind kind = submitted == 0 ? Kind.INSERT_PENDING : queue.kind(row) == QueueLog.FULL ? Kind.FULL : Kind.INSERTED;
        history.add(
                kind,
                queue.agent(row),
                queue.io(row),
                call,
                submitted == 0 ? History.PENDING : submitted,
                queue.moment(row));
    }

    private void addConsume(QueueHistory.Builder history, int row) {
        int answer = queue.answer(row);
        boolean empty = queue.kind(row) == QueueLog.EMPTY;
        if (answer == 0) {
            history.add(Kind.CONSUME_PENDING, queue.agent(row), 0, queue.call(row), History.PENDING, queue.moment(row));
        } else {
            history.add(
                    empty ? Kind.EMPTY : Kind.CONSUMED,
                    queue.agent(row),
                    empty ? 0 : queue.io(row),
                    queue.call(row),
                    answer,
                    queue.moment(row));
        }
    }

    /** By I/O: when its session called, and when it had submitted, or 0. */
    private Map<Long, int[]> calls() {
        Map<Long, int[]> calls = new HashMap<>();
        for (IoLog log : sessions) {
            for (int row = 0; row < log.rows(); row++) {
                calls.put(log.io(row), new int[] {log.invocation(row), log.submitted(row)});
            }
        }
        return calls;
    }
}
