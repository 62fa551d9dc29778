package dev.latchwork.properties.architecture.wrong.aio.worker;

/** Wrong: waits for a time. */
final class SleepingWorker {
    private SleepingWorker() {}

    static void block() throws InterruptedException {
        Thread.sleep(1);
    }
}
