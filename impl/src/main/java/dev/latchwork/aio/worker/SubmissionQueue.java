package dev.latchwork.aio.worker;

/**
 * The ring of handle ids that wait for a worker. Not thread-safe: guarded by the queue lock. No operation blocks.
 *
 * <p>Memory consistency effects: none of its own.
 */
public class SubmissionQueue {
    /*
     * Overview.
     * 1 What it is: a bounded first-in-first-out queue of ints in a ring of a power of two slots.
     * 2 Corresponds to: AioWorkerSubmissionQueue; pgaio_worker_submission_queue_insert, _consume, _depth; variable queue
     *   of the specification, actions Submit and Consume.
     * 3 Representation: PostgreSQL's sense of the ends, the reverse of java.util.concurrent's:
     *
     *        tail: the next to consume      head: the next free slot to insert into
     *          v                              v
     *     [ . | 7 | 3 | 9 | 2 | 4 | . | . ]           size = 8, depth = 5
     *
     *   head == tail is empty, so one slot stays free and the capacity is size - 1: were all slots used, full would look
     *   like empty. Both indexes wrap by the mask; depth adds size when head has wrapped and tail has not.
     * 4 Invariants: DepthInBounds; no id twice.
     * 5 Guards and lock order: every call under the queue lock.
     * 6 Linearization points: the store to head (insert), the store to tail (consume).
     * 7 Memory ordering: none of its own; the lock is the only ordering.
     * 8 Blocking and wakeup argument: none; a full queue is an answer.
     * 9 Departures: none. (The patch's mask field, never read there, is used here.)
     */

    /** What {@link #consume} returns when the queue is empty (PostgreSQL: {@code UINT32_MAX}). */
    public static final int EMPTY = -1;

    private final int mask;
    private final int[] ios;
    private int head;
    private int tail;

    /**
     * An empty queue.
     *
     * @param minimumSize slots, 2 to 2^30; rounded up to a power of two
     */
    public SubmissionQueue(int minimumSize) {
        int size = Integer.highestOneBit(minimumSize - 1) << 1;
        if (minimumSize < 2 || size < 2) {
            throw new IllegalArgumentException(
                    minimumSize + " is outside the valid range for \"io_worker_queue_size\" (2 .. 2^30)");
        }
        mask = size - 1;
        ios = new int[size];
    }

    /** Slots, a power of two. */
    public final int size() {
        return ios.length;
    }

    /** I/Os that fit. */
    public final int capacity() {
        return mask;
    }

    /**
     * Puts an id behind all others.
     *
     * @param io handle id, 0 or more
     * @return false if the queue is full
     */
    public final boolean insert(int io) {
        int newHead = advanceHead(head);
        if (isFull(newHead, tail)) {
            return false;
        }
        ios[head] = io;
        head = newHead;
        return true;
    }

    /** Takes the oldest id, or returns {@link #EMPTY}. */
    public final int consume() {
        if (tail == head) {
            return EMPTY;
        }
        int io = ios[tail];
        tail = advanceTail(tail);
        return io;
    }

    /** Ids in the queue now, 0 to {@link #capacity}. */
    public final int depth() {
        return (tail > head ? head + size() : head) - tail;
    }

    /** The slot that the next insert fills. */
    public final int head() {
        return head;
    }

    /** The slot that the next consume empties, unless it is the head. */
    public final int tail() {
        return tail;
    }

    /**
     * What a slot holds; left over from an earlier turn of the ring if the slot is not in use.
     *
     * @param slot 0 to {@link #size} - 1
     */
    public final int ioAt(int slot) {
        return ios[slot];
    }

    /** The head after an insert. */
    protected int advanceHead(int index) {
        return (index + 1) & mask;
    }

    /** The tail after a consume. */
    protected int advanceTail(int index) {
        return (index + 1) & mask;
    }

    /** Whether an insert that would move the head to {@code newHead} finds no room. */
    protected boolean isFull(int newHead, int currentTail) {
        return newHead == currentTail;
    }
}
