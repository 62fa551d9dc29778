package dev.latchwork.model;

import java.util.List;

/**
 * A property of single steps: the specification's {@code [][...]_vars}.
 *
 * @param name its name in the specification
 * @param sentence what it says
 * @param predicate whether a step has it; pure
 */
public record StepProperty(String name, String sentence, StepPredicate predicate) {

    /** Judges the step from one state to another. */
    @FunctionalInterface
    public interface StepPredicate {
        boolean holds(ProtocolState before, ProtocolState after);
    }

    /** Broken by fault E. */
    public static final StepProperty SERVES_REQUESTS = new StepProperty(
            "ServesRequests",
            "A worker that is asked to exit takes no further turn: it leaves where it checks.",
            StepProperty::servesRequests);

    /** Broken when a failed reopen is reported as a success. */
    public static final StepProperty FAILURES_COMPLETE = new StepProperty(
            "FailuresComplete",
            "A reopen that fails completes its I/O, and as failed.",
            StepProperty::failuresComplete);

    /** What a close can rely on, so that it ends. */
    public static final StepProperty NOTHING_STARTS_AFTER_CLOSE = new StepProperty(
            "NothingStartsAfterClose",
            "When the instance closes, no worker is started any more.",
            (before, after) -> before.target() != 0 || (after.target() == 0 && after.running() <= before.running()));

    /** All of them. */
    public static final List<StepProperty> ALL =
            List.of(SERVES_REQUESTS, FAILURES_COMPLETE, NOTHING_STARTS_AFTER_CLOSE);

    private static boolean servesRequests(ProtocolState before, ProtocolState after) {
        for (int w = 0; w < before.bounds().workers(); w++) {
            if (before.point(w) == WorkerPoint.CHECK_INTERRUPTS
                    && (before.exitPendingBits() & (1 << w)) != 0
                    && after.point(w) != WorkerPoint.CHECK_INTERRUPTS
                    && after.point(w) != WorkerPoint.DEREGISTER) {
                return false;
            }
        }
        return true;
    }

    private static boolean failuresComplete(ProtocolState before, ProtocolState after) {
        for (int w = 0; w < before.bounds().workers(); w++) {
            if (before.point(w) == WorkerPoint.COMPLETE_FAILED
                    && after.point(w) != WorkerPoint.COMPLETE_FAILED
                    && after.io(before.hand(w)) != IoStatus.ENOENT) {
                return false;
            }
        }
        return true;
    }

    /** Whether the step from {@code before} to {@code after} has the property. */
    public boolean holds(ProtocolState before, ProtocolState after) {
        return predicate.holds(before, after);
    }

    /** Name and sentence. */
    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
