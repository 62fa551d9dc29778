package dev.latchwork.model;

/**
 * Where a worker serves an interrupt. Immutable.
 *
 * @param atEveryTurn at every turn of its loop, or only after a wait (fault E)
 * @param withIoInHand between consume and completion too (fault C): the worker then leaves with the I/O
 */
public record InterruptPolicy(boolean atEveryTurn, boolean withIoInHand) {
    /** Whether an interrupt is kept apart from a shutdown request, because it is served at another place. */
    boolean isKeptApart() {
        return !atEveryTurn || withIoInHand;
    }
}
