package dev.latchwork.bench;

import dev.latchwork.bench.engine.EngineKind;
import dev.latchwork.bench.engine.Workload;
import java.util.List;

/**
 * Engines that are compared under equal conditions.
 *
 * @param workload what an I/O does
 * @param workers threads that perform I/Os, 1 to 32
 * @param batch I/Os of a batch, 1 to 32
 * @param submitters threads that submit, 1 or more
 * @param processors where all of them run
 */
record Panel(Workload workload, int workers, int batch, int submitters, Processors processors) {
    private static final List<Integer> WORKERS = List.of(1, 3, 8, 32);
    private static final List<Integer> BATCHES = List.of(1, 8, 32);
    private static final List<Integer> SUBMITTERS = List.of(1, 4);

    /** Those from which the goals are judged, and those that show where a peer wins. */
    static final List<Panel> PUBLISHED = List.of(
            new Panel(Workload.NO_OP, 8, 1, 1, Processors.ONE),
            new Panel(Workload.NO_OP, 8, 8, 1, Processors.ONE),
            new Panel(Workload.NO_OP, 8, 32, 1, Processors.ONE),
            new Panel(Workload.NO_OP, 8, 8, 1, Processors.ALL),
            new Panel(Workload.CACHED_READ, 2, 32, 1, Processors.ONE),
            new Panel(Workload.CACHED_READ, 2, 32, 1, Processors.ALL),
            new Panel(Workload.CACHED_READ, 32, 8, 1, Processors.ALL),
            new Panel(Workload.CACHED_READ, 8, 8, 4, Processors.ALL),
            new Panel(Workload.SLOW_DEVICE, 32, 8, 1, Processors.ALL),
            new Panel(Workload.MIXED, 8, 32, 1, Processors.ALL),
            new Panel(Workload.CACHED_READ, 1, 8, 1, Processors.ALL),
            new Panel(Workload.CACHED_READ, 3, 8, 1, Processors.ALL),
            new Panel(Workload.SLOW_DEVICE, 3, 32, 1, Processors.ALL));

    /** Every combination. */
    static List<Panel> all() {
        return List.of(Workload.values()).stream()
                .flatMap(workload -> WORKERS.stream()
                        .flatMap(workers -> BATCHES.stream()
                                .flatMap(batch -> SUBMITTERS.stream()
                                        .map(submitters ->
                                                new Panel(workload, workers, batch, submitters, Processors.ALL)))))
                .toList();
    }

    /** The engines that can take part, whether this machine has them or not. */
    List<EngineKind> engines() {
        return List.of(EngineKind.values()).stream()
                .filter(engine -> engine.canDo(workload))
                .toList();
    }

    String inWords() {
        return workload.inWords() + ", " + counted(workers, "worker") + ", batches of " + batch + ", "
                + counted(submitters, "submitter")
                + (processors == Processors.ONE ? ", on one processor" : "");
    }

    private static String counted(int count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
