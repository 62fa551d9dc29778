package dev.latchwork.tla.distributed;

import picocli.CommandLine.Option;

/** What the commands that start worker JVMs have in common. */
final class WorkerOptions {
    @Option(
            names = "--jvms",
            defaultValue = "2",
            description = "worker JVMs on this machine, 1 .. 64; default: ${DEFAULT-VALUE}")
    private int jvms;

    @Option(
            names = "--threads",
            defaultValue = "1",
            description = "worker threads in each of them, 1 .. 64; default: ${DEFAULT-VALUE}")
    private int threads;

    @Option(
            names = "--worker-heap",
            defaultValue = "512",
            description = "heap of each of them in MiB, 64 .. 1048576; default: ${DEFAULT-VALUE}")
    private int heap;

    WorkerSettings settings(String ownHost) {
        return new WorkerSettings(ownHost, jvms, threads, heap);
    }
}
