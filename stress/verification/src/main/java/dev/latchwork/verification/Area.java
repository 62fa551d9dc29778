package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What a mutant's mistake is made in. The order is that in which an I/O comes by. Immutable. */
public enum Area {
    /** Indexes, capacity and order of the submission queue. */
    RING("ring"),
    /** Bits of the idle-worker mask, and which of them is chosen. */
    IDLE_SET("idle set"),
    /** What of a batch is inserted, and what becomes of the rest. */
    BATCH("batch and overflow"),
    /** What is visible before what: the handle, the queue, the wakeup, the synchronous run. */
    PUBLICATION("publication order"),
    /** Whether a wakeup is given at all, and when. */
    WAKEUP("wakeup"),
    /** How many peers a worker wakes. */
    FAN_OUT("fan-out"),
    /** The latch: that it sticks, its reset, its fences. */
    LATCH("latch"),
    /** How a worker or its slot comes into being. */
    REGISTRATION("registration"),
    /** How a worker leaves, and what it hands over. */
    EXIT("exit and hand-over"),
    /** What becomes of an I/O whose target cannot be reopened. */
    REOPEN_FAILURE("reopen failure"),
    /** State and result of a completed I/O. */
    COMPLETION("completion"),
    /** Who waits for an I/O, and who wakes it. */
    CONDITION_VARIABLE("condition variable"),
    /** The uses of a handle one after another. */
    GENERATION("generation and reclaim"),
    /** How many workers there are. */
    SUPERVISOR("supervisor"),
    /** Settings that change, requests to exit, interrupts. */
    RELOAD("reload and requests"),
    /** The end of the method, of a session or of an instance. */
    CLOSE("close"),
    /** What is counted and shown. */
    COUNTERS("counters"),
    /** The means of checking itself. */
    HARNESS("harness");

    private final String words;

    Area(String words) {
        this.words = words;
    }

    /** The area as written in files and reports. */
    @JsonValue
    public String words() {
        return words;
    }

    /**
     * The area that is written as {@code words}.
     *
     * @throws IllegalArgumentException if no area is written so
     */
    @JsonCreator
    public static Area parse(String words) {
        return Arrays.stream(values())
                .filter(area -> area.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown area '" + words + "', not one of: "
                        + Arrays.stream(values()).map(Area::words).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return words;
    }
}
