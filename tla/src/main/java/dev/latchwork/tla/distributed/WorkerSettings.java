package dev.latchwork.tla.distributed;

/**
 * The worker JVMs of one machine. Immutable.
 *
 * @param ownHost a name or address under which the server can reach this machine
 * @param jvms 1 .. 64
 * @param threads worker threads in each, 1 .. 64
 * @param heap of each, MiB, 64 .. 1048576
 */
public record WorkerSettings(String ownHost, int jvms, int threads, int heap) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public WorkerSettings {
        if (ownHost.isBlank()) {
            throw new IllegalArgumentException("this machine's own host must not be blank");
        }
        requireRange("worker JVMs", jvms, 1, 64);
        requireRange("threads", threads, 1, 64);
        requireRange("the workers' heap in MiB", heap, 64, 1 << 20);
    }

    static void requireRange(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " must be " + least + " .. " + most + ", not " + value);
        }
    }
}
