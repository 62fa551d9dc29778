package dev.latchwork.model.trace;

/** An I/O: one use of a handle, as a {@code long} of its id and its generation, since there are millions. */
public final class IoUse {
    /** No I/O. */
    public static final long NONE = 0;

    private static final int ID_BITS = 20;

    private IoUse() {}

    /**
     * The use of the handle {@code id} with this generation.
     *
     * @param id 0 to 2^20 - 1
     * @param generation 1 to 2^43 - 1
     */
    public static long of(int id, long generation) {
        return generation << ID_BITS | id;
    }

    /** The handle's id. */
    public static int id(long io) {
        return (int) io & ((1 << ID_BITS) - 1);
    }

    /** The handle's generation. */
    public static long generation(long io) {
        return io >>> ID_BITS;
    }

    /** Such as {@code 17.3}: handle 17, generation 3. */
    public static String text(long io) {
        return io == NONE ? "none" : id(io) + "." + generation(io);
    }
}
