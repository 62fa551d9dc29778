package dev.latchwork.properties;

import dev.latchwork.aio.IoResult.Status;

/**
 * What sessions did and saw, to be compared with what the instance counted.
 *
 * @param ios I/Os started
 * @param forWorkers those of them that a worker may perform
 * @param failedReopens those that came back failed because a worker could not reopen their file
 * @param foreignWaits waits for another session's I/O
 * @param partial those that came back with fewer bytes than they asked for
 * @param failed those that came back failed for whatever reason
 */
record Tally(long ios, long forWorkers, long failedReopens, long foreignWaits, long partial, long failed) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0, 0, 0);

    Tally plusStarted(boolean forWorker) {
        return plus(new Tally(1, forWorker ? 1 : 0, 0, 0, 0, 0));
    }

    Tally plusFailedReopen() {
        return plus(new Tally(0, 0, 1, 0, 0, 0));
    }

    Tally plusForeignWait() {
        return plus(new Tally(0, 0, 0, 1, 0, 0));
    }

    Tally plusOutcome(Status status) {
        return plus(new Tally(0, 0, 0, 0, status == Status.PARTIAL ? 1 : 0, status == Status.ERROR ? 1 : 0));
    }

    Tally plus(Tally other) {
        return new Tally(
                ios + other.ios,
                forWorkers + other.forWorkers,
                failedReopens + other.failedReopens,
                foreignWaits + other.foreignWaits,
                partial + other.partial,
                failed + other.failed);
    }
}
