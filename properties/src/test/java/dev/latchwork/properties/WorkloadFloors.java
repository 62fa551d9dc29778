package dev.latchwork.properties;

/** What the tries on the worker method must have seen between them; see {@link Floor}. */
final class WorkloadFloors {
    private WorkloadFloors() {}

    /** Collects one try. */
    static void collect(Workload workload, WorkloadSummary summary) {
        Floor.atLeast(10, "queue full", summary.statistics().synchronousFallbacks() > 0);
        Floor.atLeast(15, "reopen failed", summary.tally().failedReopens() > 0);
        Floor.atLeast(30, "workers left before the end", leftBeforeTheEnd(workload, summary));
        Floor.atLeast(30, "waited for another's I/O", summary.tally().foreignWaits() > 0);
    }

    private static boolean leftBeforeTheEnd(Workload workload, WorkloadSummary summary) {
        return summary.statistics().workersStarted() > workload.settings().ioWorkers();
    }
}
