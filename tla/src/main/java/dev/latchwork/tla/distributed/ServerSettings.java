package dev.latchwork.tla.distributed;

import java.time.Duration;

/**
 * The server of one run. Immutable.
 *
 * @param endpoint where the workers find it
 * @param heap MiB, 256 .. 1048576; a quarter of it holds fingerprints
 * @param limit the time for the run, 1 .. 604800 seconds
 */
public record ServerSettings(Endpoint endpoint, int heap, Duration limit) {

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if one is out of its range
     */
    public ServerSettings {
        WorkerSettings.requireRange("the server's heap in MiB", heap, 256, 1 << 20);
        WorkerSettings.requireRange("the limit in seconds", Math.toIntExact(limit.toSeconds()), 1, 604_800);
    }
}
