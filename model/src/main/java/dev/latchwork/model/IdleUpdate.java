package dev.latchwork.model;

/** What a critical section does to one worker's bit in the idle set. Implementations are pure. */
@FunctionalInterface
public interface IdleUpdate {
    /** The worker may be chosen from now on. */
    IdleUpdate MARK = (idleBits, worker) -> idleBits | (1 << worker);

    /** The worker may not be chosen any more. */
    IdleUpdate CLEAR = (idleBits, worker) -> idleBits & ~(1 << worker);

    /** The bit stays as it is. */
    IdleUpdate KEEP = (idleBits, worker) -> idleBits;

    /** The idle set after the update. */
    int after(int idleBits, int worker);
}
