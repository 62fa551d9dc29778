package dev.latchwork.aio.worker;

/**
 * Where a worker serves an interrupt (SIGINT). The variation points of faults C and E. Pure.
 */
public interface InterruptPolicy {
    /** Whether it is served at every turn of the loop; the patch serves it only after a wait (fault E). */
    boolean servedAtEveryTurn();

    /** Whether it is served between consume and completion too (fault C): the worker then leaves with the I/O in hand. */
    boolean servedWithIoInHand();
}
