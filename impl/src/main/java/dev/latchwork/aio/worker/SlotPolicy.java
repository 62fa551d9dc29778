package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;

/** How many slots the registry has. The variation point of fault D. Pure. */
public enum SlotPolicy {
    /** Slots for as many workers as any reload can ask for. */
    REFERENCE {
        @Override
        int allocated(int ioWorkersAtStart) {
            return AioSettings.MAX_IO_WORKERS;
        }

        @Override
        int scanned(int ioWorkersNow) {
            return AioSettings.MAX_IO_WORKERS;
        }
    },
    /**
     * Fault D: slots for {@code io_workers} at the start, scanned up to {@code io_workers} now. Raised at run time, the scan
     * runs past the array; in C it then writes there.
     */
    SEED_D {
        @Override
        int allocated(int ioWorkersAtStart) {
            return ioWorkersAtStart;
        }

        @Override
        int scanned(int ioWorkersNow) {
            return ioWorkersNow;
        }
    };

    /** Slots that are made when the instance starts. */
    abstract int allocated(int ioWorkersAtStart);

    /** Slots among which a registering worker looks for a free one. */
    abstract int scanned(int ioWorkersNow);
}
