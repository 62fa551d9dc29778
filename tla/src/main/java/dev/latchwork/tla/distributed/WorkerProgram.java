package dev.latchwork.tla.distributed;

import tlc2.tool.distributed.TLCWorker;

/** Program: TLC's worker, which ends with the JVM that started it. Argument: the server's host. */
final class WorkerProgram {
    private WorkerProgram() {}

    public static void main(String[] arguments) {
        OwnerWatch.start();
        TLCWorker.main(arguments);
    }
}
