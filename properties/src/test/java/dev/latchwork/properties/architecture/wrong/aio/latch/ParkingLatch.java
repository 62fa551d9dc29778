package dev.latchwork.properties.architecture.wrong.aio.latch;

import java.util.concurrent.locks.LockSupport;

/** Nothing wrong with it: this is where threads block. */
final class ParkingLatch {
    private ParkingLatch() {}

    static void block() {
        LockSupport.park();
    }
}
