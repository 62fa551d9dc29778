package dev.latchwork.tla.proof;

import static dev.latchwork.tla.proof.ring.RingVariables.*;

import dev.latchwork.model.history.SubmissionQueueModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The executable model of the submission queue, at 64 slots, and the places of I/Os around it: batches, leftovers and hands.
 * One I/O is observed; the others are as many as it takes. Not thread-safe.
 */
final class RingWorld {
    /** The I/O that the formulas speak of. */
    static final int OBSERVED = 0;

    static final int WORKERS = 32;
    /** The workers that consume, so that a walk meets one again; the lowest and the highest among them. */
    static final List<Integer> BUSY = List.of(0, 5, 17, WORKERS - 1);

    private static final int NOTHING = -1;

    private final SubmissionQueueModel queue;
    private final List<Integer> batch = new ArrayList<>();
    private final List<Integer> leftover = new ArrayList<>();
    private final int[] hands = new int[WORKERS];
    /** What was last inserted into each slot; head and tail count what was inserted and consumed since the ring was made. */
    private final int[] slots = new int[SIZE];

    private long head;
    private long tail;
    private int slotOfObserved;
    private int submitted;

    /**
     * An empty world.
     *
     * @param turned slots by which the ring has been turned before
     */
    RingWorld(int turned) {
        queue = new SubmissionQueueModel(SIZE);
        head = turned;
        tail = turned;
        Arrays.fill(hands, NOTHING);
        Arrays.fill(slots, NOTHING);
    }

    private RingWorld(RingWorld that) {
        queue = that.queue.copy();
        batch.addAll(that.batch);
        leftover.addAll(that.leftover);
        System.arraycopy(that.hands, 0, hands, 0, WORKERS);
        System.arraycopy(that.slots, 0, slots, 0, SIZE);
        head = that.head;
        tail = that.tail;
        slotOfObserved = that.slotOfObserved;
        submitted = that.submitted;
    }

    RingWorld copy() {
        return new RingWorld(this);
    }

    // ---- where I/Os are ----

    boolean isSubmitted(int io) {
        return batch.contains(io)
                || leftover.contains(io)
                || queue.content().contains(io)
                || Arrays.stream(hands).anyMatch(hand -> hand == io);
    }

    boolean isInBatch(int io) {
        return batch.contains(io);
    }

    boolean isLeftOver(int io) {
        return leftover.contains(io);
    }

    boolean isFull() {
        return !queue.copy().insert(OBSERVED);
    }

    boolean isEmpty() {
        return queue.depth() == 0;
    }

    /** What a worker has in hand; negative if nothing. */
    int hand(int worker) {
        return hands[worker];
    }

    /** An I/O that nobody has submitted, other than the observed one. */
    int another() {
        int io = OBSERVED + 1;
        while (isSubmitted(io)) {
            io++;
        }
        return io;
    }

    /** One in a batch, other than the observed one; negative if there is none. */
    int anotherInBatch() {
        return batch.stream().filter(io -> io != OBSERVED).findFirst().orElse(NOTHING);
    }

    // ---- steps ----

    /** Submit, before the lock: the I/O is SUBMITTED and in a batch. */
    RingWorld prepare(int io) {
        batch.add(io);
        submitted += io == OBSERVED ? 1 : 0;
        return this;
    }

    /** Submit, in the lock: the I/O goes into the queue if the model takes it, and is left over otherwise. */
    RingWorld insertOrLeaveOver(int io) {
        batch.remove(Integer.valueOf(io));
        if (queue.insert(io)) {
            int slot = (int) (head % SIZE);
            slots[slot] = io;
            slotOfObserved = io == OBSERVED ? slot : slotOfObserved;
            head++;
        } else {
            leftover.add(io);
        }
        return this;
    }

    RingWorld performSynchronously(int io) {
        leftover.remove(Integer.valueOf(io));
        submitted -= io == OBSERVED ? 1 : 0;
        return this;
    }

    RingWorld consume(int worker) {
        hands[worker] = queue.consume();
        tail++;
        return this;
    }

    RingWorld complete(int worker) {
        submitted -= hands[worker] == OBSERVED ? 1 : 0;
        hands[worker] = NOTHING;
        return this;
    }

    // ---- what the formulas say of it ----

    /** The variables of the proof. */
    Map<Variable, Long> variables() {
        List<Integer> content = queue.content();
        Map<Variable, Long> variables = new LinkedHashMap<>();
        variables.put(HEAD, head % SIZE);
        variables.put(TAIL, tail % SIZE);
        variables.put(QUEUED, (long) queue.depth());
        variables.put(SUBMITTED, (long) submitted);
        variables.put(IN_RING, content.contains(OBSERVED) ? 1L : 0L);
        variables.put(SLOT, (long) slotOfObserved);
        variables.put(AHEAD, (long) Math.max(0, content.indexOf(OBSERVED)));
        variables.put(IN_BATCH, count(batch));
        variables.put(IN_LEFTOVER, count(leftover));
        long inHand = 0;
        for (int worker = 0; worker < WORKERS; worker++) {
            inHand |= hands[worker] == OBSERVED ? 1L << worker : 0;
        }
        variables.put(IN_HAND, inHand);
        for (int slot = 0; slot < SIZE; slot++) {
            variables.put(IOS.get(slot), slots[slot] == OBSERVED ? 1L : 0L);
        }
        return variables;
    }

    private static long count(List<Integer> places) {
        return places.stream().filter(io -> io == OBSERVED).count();
    }

    @Override
    public String toString() {
        return "queue " + queue.content() + " from slot " + tail % SIZE + ", batch " + batch + ", leftover " + leftover
                + ", hands " + Arrays.toString(hands);
    }
}
