package dev.latchwork.trace;

import dev.latchwork.nemesis.DeviceFaults;
import dev.latchwork.nemesis.MixedFaults;
import dev.latchwork.nemesis.MixedPlan;
import java.nio.file.Path;

/** The runs that are recorded: every nemesis acts in each, and eight sessions and up to 32 workers are threads of it. */
final class Plans {
    /** A run that takes longer hangs. */
    static final long BOUND_SECONDS = 120;

    static final int SESSIONS = 8;

    private Plans() {}

    /** A run of so many I/Os through a queue with so many slots, and a pool of at most so many workers. */
    static MixedPlan plan(Path directory, long ios, int queueSize, int largestPool, long seed) {
        return new MixedPlan(directory, ios, SESSIONS, queueSize, largestPool, MixedFaults.EVERYTHING, seed);
    }

    /** Two workers, two sessions, a queue of one: the bounds at which the model's states are counted. */
    static MixedPlan small(Path directory, long ios, long seed) {
        return new MixedPlan(
                directory,
                ios,
                2,
                2,
                2,
                new MixedFaults(0.02, 0.01, seed % 2 == 0 ? 1 : 4, 8, 256, 4, 100, DeviceFaults.NONE),
                seed);
    }

    /** M160: nothing ever goes wrong, one session has one worker, and hardly anything overlaps. */
    static MixedPlan calm(Path directory, long ios, int queueSize, long seed) {
        return new MixedPlan(directory, ios, 1, queueSize, 1, MixedFaults.NONE, seed);
    }
}
