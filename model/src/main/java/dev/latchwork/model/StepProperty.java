package dev.latchwork.model;

import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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

    /**
     * For each of {@code properties} that a step between explored states lacks, a shortest behaviour that ends with such a
     * step.
     */
    public static Map<StepProperty, Trace> violations(Exploration exploration, List<StepProperty> properties) {
        Map<StepProperty, Trace> violations = new LinkedHashMap<>();
        Set<StepProperty> unbroken = new LinkedHashSet<>(properties);
        StateGraph graph = exploration.graph();
        Protocol protocol = graph.protocol();
        for (int number = 0; number < graph.size() && !unbroken.isEmpty(); number++) {
            ProtocolState before = graph.state(number);
            for (Action action : protocol.enabled(before)) {
                ProtocolState after = protocol.step(before, action);
                for (Iterator<StepProperty> rest = unbroken.iterator(); rest.hasNext(); ) {
                    StepProperty property = rest.next();
                    if (!property.predicate.holds(before, after)) {
                        violations.put(property, graph.pathTo(number).then(new Step(action, after)));
                        rest.remove();
                    }
                }
            }
        }
        return Collections.unmodifiableMap(violations);
    }

    /** Name and sentence. */
    @Override
    public String toString() {
        return name + ": " + sentence;
    }
}
