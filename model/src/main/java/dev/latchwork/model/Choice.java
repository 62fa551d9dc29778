package dev.latchwork.model;

/** Which of the idle workers a chooser takes. Implementations are pure. */
@FunctionalInterface
public interface Choice {
    /** The lowest idle worker: low slots run hot, high ones may sleep for long. */
    Choice LOWEST = Integer::numberOfTrailingZeros;

    /**
     * One worker out of {@code idleBits}, which is not empty, or {@link WakeupTarget#NOBODY} to leave all of them asleep.
     */
    int among(int idleBits);
}
