package dev.latchwork.tla.proof.ring;

import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The ring, and the places of one I/O. Stateless. */
public final class RingVariables {
    /** Slots of the ring, one of which stays empty. */
    public static final int SIZE = 64;

    /** The next free slot to insert into. */
    public static final Variable HEAD = Variable.number("head");
    /** The next to consume. */
    public static final Variable TAIL = Variable.number("tail");
    /** For each slot whether the handle id in it is {@code i}. */
    public static final List<Variable> IOS = IntStream.range(0, SIZE)
            .mapToObj(slot -> Variable.flag("ios[" + slot + "] = i"))
            .toList();

    /** Inserted and not consumed: what the depth has to be. Nobody reads it. */
    public static final Variable QUEUED = Variable.number("inserted and not consumed");

    /** Whether {@code io[i]} is {@code Submitted}. */
    public static final Variable SUBMITTED = Variable.flag("io[i] = Submitted");
    /** Whether {@code i} was inserted and not consumed. Nobody reads it. */
    public static final Variable IN_RING = Variable.flag("i in the ring");
    /** Into which slot {@code i} was inserted last. Nobody reads it. */
    public static final Variable SLOT = Variable.number("slot of i");
    /** How many I/Os were inserted before {@code i} and are not consumed, while {@code i} is in the ring. Nobody reads it. */
    public static final Variable AHEAD = Variable.number("queued before i");
    /** How often {@code i} is in a batch of which it is still to be inserted or left over. */
    public static final Variable IN_BATCH = Variable.number("i in a batch");
    /** How often {@code i} is in a {@code leftover}, of however many submitters. */
    public static final Variable IN_LEFTOVER = Variable.number("i in a leftover");
    /** The workers whose {@code hand} is {@code i}. */
    public static final Variable IN_HAND = Variable.workers("hand = i");

    /** All of them. */
    public static final List<Variable> ALL = Stream.concat(
                    Stream.of(HEAD, TAIL, QUEUED, SUBMITTED, IN_RING, SLOT, AHEAD, IN_BATCH, IN_LEFTOVER, IN_HAND),
                    IOS.stream())
            .toList();

    /** The worker that takes the step. */
    public static final Variable WORKER = Variable.worker("w");
    /** Whether the I/O that the step is about is {@code i}. */
    public static final Variable IS_I = Variable.flag("io = i");

    private RingVariables() {}
}
