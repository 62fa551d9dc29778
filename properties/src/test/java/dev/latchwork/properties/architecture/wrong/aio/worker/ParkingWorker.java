package dev.latchwork.properties.architecture.wrong.aio.worker;

import java.util.concurrent.locks.LockSupport;

/** Wrong: blocks where no checker sees it. */
final class ParkingWorker {
    private ParkingWorker() {}

    static void block() {
        LockSupport.park();
    }
}
