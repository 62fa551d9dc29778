package dev.latchwork.model;

/** How many slots the registry has, and how many of them a worker that registers looks at. Immutable. */
public enum SlotPolicy {
    /** One for each worker that any pool size allows. */
    FOR_EVERY_POOL_SIZE {
        @Override
        int allocatedBits(Bounds bounds) {
            return lowest(bounds.workers());
        }

        @Override
        int scannedBits(ProtocolState state) {
            return lowest(state.bounds().workers());
        }
    },
    /** Fault D: as many as the pool was to have at the start, looking at as many as it is to have now. */
    FOR_FIRST_POOL_SIZE {
        @Override
        int allocatedBits(Bounds bounds) {
            return lowest(bounds.poolSize());
        }

        @Override
        int scannedBits(ProtocolState state) {
            return lowest(state.target());
        }
    };

    /** The slots that exist. */
    abstract int allocatedBits(Bounds bounds);

    /** The slots among which a worker looks for a free one. */
    abstract int scannedBits(ProtocolState state);

    private static int lowest(int slots) {
        return (1 << slots) - 1;
    }
}
