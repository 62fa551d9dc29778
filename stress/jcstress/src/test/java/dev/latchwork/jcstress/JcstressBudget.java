package dev.latchwork.jcstress;

import java.util.ArrayList;
import java.util.List;

/** How much is sampled, and how much must be. System properties with small defaults, for two cores. */
final class JcstressBudget {
    private JcstressBudget() {}

    /** Milliseconds of sampling in each JVM; {@code -Djcstress.time}. */
    static int sampleMillis() {
        return Integer.getInteger("jcstress.time", 500);
    }

    /**
     * Whether every compiler is sampled, and not C2 alone; {@code -Djcstress.allCompilers=true}. In a run with all of them
     * each of the seven tests without a fence failed under C2, two also under C1, and none in the interpreter.
     */
    static boolean allCompilers() {
        return Boolean.getBoolean("jcstress.allCompilers");
    }

    /** Minutes after which a run counts as hung; {@code -Djcstress.minutes}. */
    static int limitMinutes() {
        return Integer.getInteger("jcstress.minutes", 15);
    }

    /** Samples of a test, over all its JVMs, under which it says nothing. */
    static long samplesAtLeast() {
        return 100_000;
    }

    /** Samples of a test of termination, over all its JVMs, under which it says nothing; each takes a millisecond or more. */
    static long terminationsAtLeast() {
        return 100;
    }

    /**
     * Samples of each side of a race, under which the test has not raced. With seven times as many runnable threads as
     * processors, the side that was seen least in a test without a forbidden outcome was seen in 23,000.
     */
    static long sideSamplesAtLeast() {
        return 1_000;
    }

    /** jcstress's own arguments: one iteration in one JVM of each kind. */
    static List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of(
                "-sc", "false", "-f", "1", "-fsm", "1", "-iters", "1", "-time", Integer.toString(sampleMillis())));
        if (!allCompilers()) {
            arguments.addAll(List.of("-jvmArgs", "-XX:-TieredCompilation"));
        }
        return arguments;
    }
}
