package dev.latchwork.tla.proof;

import java.util.List;
import java.util.StringJoiner;

/** What a variable of a formula ranges over. All are bit vectors, so that every question about them is decidable. */
public enum Kind {
    /** A set of workers: bit {@code w} is worker {@code w}. */
    WORKERS(32),
    /** One worker, as the set that has it alone: membership is then one conjunction of bits. */
    WORKER(32),
    /** A number, 0 to 255. Wide enough for every number here never to wrap where the invariant holds. */
    NUMBER(8),
    /** State of a handle, by its place in the life cycle. */
    HANDLE_STATE(8),
    /** What an I/O ended with: 0 if it has not. */
    OUTCOME(8),
    /** Counts the uses of a handle: 64 bits, as the implementation's. */
    GENERATION(64),
    /** 1 is true. */
    FLAG(1);

    private static final List<String> HANDLE_STATES = List.of(
            "IDLE",
            "HANDED_OUT",
            "DEFINED",
            "STAGED",
            "SUBMITTED",
            "COMPLETED_IO",
            "COMPLETED_SHARED",
            "COMPLETED_LOCAL");
    private static final List<String> OUTCOMES = List.of("None", "Ok", "Enoent");

    private final int bits;

    Kind(int bits) {
        this.bits = bits;
    }

    /** Width of the bit vector. */
    public int bits() {
        return bits;
    }

    /** The largest value, all bits set. */
    public long most() {
        return -1L >>> (Long.SIZE - bits);
    }

    /** The value in the words of the protocol: {@code {0, 3}}, {@code 3}, {@code TRUE}. */
    public String text(long value) {
        return switch (this) {
            case WORKERS -> workers(value);
            case WORKER -> Integer.toString(Long.numberOfTrailingZeros(value));
            case FLAG -> value == 0 ? "FALSE" : "TRUE";
            case HANDLE_STATE -> word(HANDLE_STATES, value);
            case OUTCOME -> word(OUTCOMES, value);
            case NUMBER, GENERATION -> Long.toUnsignedString(value);
        };
    }

    private static String word(List<String> words, long value) {
        return value < words.size() ? words.get((int) value) : Long.toString(value);
    }

    /** The members, neighbours from three on as a range. */
    private static String workers(long value) {
        StringJoiner members = new StringJoiner(", ", "{", "}");
        for (long left = value; left != 0; ) {
            int first = Long.numberOfTrailingZeros(left);
            int length = Long.numberOfTrailingZeros(~(left >>> first));
            if (length >= 3) {
                members.add(first + ".." + (first + length - 1));
                left &= -1L << (first + length);
            } else {
                members.add(Integer.toString(first));
                left &= left - 1;
            }
        }
        return members.toString();
    }
}
