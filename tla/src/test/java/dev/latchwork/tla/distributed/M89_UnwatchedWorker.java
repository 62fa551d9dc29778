package dev.latchwork.tla.distributed;

import tlc2.tool.distributed.TLCWorker;

/** M89, a program: TLC's worker, which does not watch the JVM that started it. Argument: the server's host. */
final class M89_UnwatchedWorker {
    private M89_UnwatchedWorker() {}

    public static void main(String[] arguments) {
        TLCWorker.main(arguments);
    }
}
