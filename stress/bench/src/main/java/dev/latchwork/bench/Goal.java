package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import dev.latchwork.bench.engine.Workload;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A bound on the median of a ratio.
 *
 * @param sentence what is wanted
 * @param metric which figure
 * @param panel where the engine is measured
 * @param basePanel where it is compared
 * @param least the ratio may not be below
 * @param most the ratio may not be above
 */
record Goal(
        String sentence,
        Metric metric,
        Panel panel,
        EngineKind engine,
        Panel basePanel,
        EngineKind base,
        double least,
        double most) {
    private static final Panel NO_OP_1 = new Panel(Workload.NO_OP, 8, 1, 1, Processors.ONE);
    private static final Panel NO_OP_8 = new Panel(Workload.NO_OP, 8, 8, 1, Processors.ONE);
    private static final Panel NO_OP_32 = new Panel(Workload.NO_OP, 8, 32, 1, Processors.ONE);
    private static final Panel NO_OP_8_ALL = new Panel(Workload.NO_OP, 8, 8, 1, Processors.ALL);
    private static final Panel CACHED_2 = new Panel(Workload.CACHED_READ, 2, 32, 1, Processors.ALL);
    private static final Panel CACHED_2_ONE = new Panel(Workload.CACHED_READ, 2, 32, 1, Processors.ONE);
    private static final Panel CACHED_32 = new Panel(Workload.CACHED_READ, 32, 8, 1, Processors.ALL);
    private static final Panel SLOW_32 = new Panel(Workload.SLOW_DEVICE, 32, 8, 1, Processors.ALL);

    static final List<Goal> ALL = List.of(
            submitCost(NO_OP_8, EngineKind.THREAD_POOL_LINKED, 0.25),
            submitCost(NO_OP_8, EngineKind.THREAD_POOL_ARRAY, 0.25),
            submitCost(NO_OP_8, EngineKind.FORK_JOIN, 0.5),
            submitCost(NO_OP_8_ALL, EngineKind.THREAD_POOL_LINKED, 0.25),
            submitCost(NO_OP_8_ALL, EngineKind.FORK_JOIN, 0.5),
            new Goal(
                    "a submit of 32 costs what a submit of one costs",
                    Metric.SUBMIT_CPU_P50,
                    NO_OP_32,
                    EngineKind.WORKER_METHOD,
                    NO_OP_1,
                    EngineKind.WORKER_METHOD,
                    0.85,
                    1.15),
            batchTime(CACHED_2_ONE, EngineKind.WORKER_METHOD, EngineKind.SYNCHRONOUS, 0, 1.2),
            batchTime(CACHED_2_ONE, EngineKind.WORKER_METHOD, EngineKind.THREAD_POOL_LINKED, 0, 0.85),
            batchTime(CACHED_2, EngineKind.WORKER_METHOD, EngineKind.SYNCHRONOUS, 0, 1.2),
            batchTime(CACHED_2, EngineKind.WORKER_METHOD, EngineKind.THREAD_POOL_LINKED, 0, 0.85),
            batchTime(CACHED_32, EngineKind.WORKER_METHOD_EXACT, EngineKind.WORKER_METHOD, 0, 0.65),
            batchTime(SLOW_32, EngineKind.WORKER_METHOD_EXACT, EngineKind.WORKER_METHOD, 0.95, 1.05));

    private static Goal submitCost(Panel panel, EngineKind peer, double most) {
        return new Goal(
                "processor time of a submit, beside " + peer.inWords(),
                Metric.SUBMIT_CPU_P50,
                panel,
                EngineKind.WORKER_METHOD,
                panel,
                peer,
                0,
                most);
    }

    private static Goal batchTime(Panel panel, EngineKind engine, EngineKind base, double least, double most) {
        return new Goal(
                "time of a whole batch, " + engine.inWords() + " beside " + base.inWords(),
                Metric.BATCH_P50,
                panel,
                engine,
                panel,
                base,
                least,
                most);
    }

    String bounds() {
        return least == 0
                ? String.format(Locale.ROOT, "at most %.2f", most)
                : String.format(Locale.ROOT, "%.2f to %.2f", least, most);
    }

    Optional<Spread> measured(Measurements measurements) {
        return measurements.ratio(panel, engine, basePanel, base, metric);
    }

    /** Judged by the median; the range is printed beside it. */
    boolean isReached(Spread ratio) {
        return ratio.median() >= least && ratio.median() <= most;
    }
}
