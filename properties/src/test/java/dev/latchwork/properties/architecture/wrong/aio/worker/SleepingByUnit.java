package dev.latchwork.properties.architecture.wrong.aio.worker;

import java.util.concurrent.TimeUnit;

/** Wrong: waits for a time. */
final class SleepingByUnit {
    private SleepingByUnit() {}

    static void block() throws InterruptedException {
        TimeUnit.MILLISECONDS.sleep(1);
    }
}
