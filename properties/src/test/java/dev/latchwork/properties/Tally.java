package dev.latchwork.properties;

/**
 * What sessions did and saw, to be compared with what the instance counted.
 *
 * @param ios I/Os started
 * @param forWorkers those of them that a worker may perform
 * @param failedReopens those that came back failed because a worker could not reopen their file
 * @param foreignWaits waits for another session's I/O
 */
record Tally(long ios, long forWorkers, long failedReopens, long foreignWaits) {
    static final Tally NOTHING = new Tally(0, 0, 0, 0);

    Tally plusStarted(boolean forWorker) {
        return new Tally(ios + 1, forWorkers + (forWorker ? 1 : 0), failedReopens, foreignWaits);
    }

    Tally plusFailedReopen() {
        return new Tally(ios, forWorkers, failedReopens + 1, foreignWaits);
    }

    Tally plusForeignWait() {
        return new Tally(ios, forWorkers, failedReopens, foreignWaits + 1);
    }

    Tally plus(Tally other) {
        return new Tally(
                ios + other.ios,
                forWorkers + other.forWorkers,
                failedReopens + other.failedReopens,
                foreignWaits + other.foreignWaits);
    }
}
