package dev.latchwork.tla;

import dev.latchwork.model.HandOver;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.ValueText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * States of the executable model as texts of a {@link LabelledGraph}: every variable of MCWorkerMethod, in the notation of the
 * specification. Stateless.
 */
final class WorkerMethodText {
    private WorkerMethodText() {}

    /** @param handOver decides which sets of latches {@code leavers} has in its domain */
    static String of(ProtocolState state, HandOver handOver) {
        int workers = state.bounds().workers();
        int submitters = state.bounds().submitters();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("queue", sequence(state.queue()));
        variables.put("idle", set(state.idleBits()));
        variables.put("inUse", set(state.inUseBits()));
        variables.put("latch", function(workers, w -> ValueText.bool(state.isLatchSet(w))));
        variables.put("point", function(workers, w -> ValueText.string(state.point(w))));
        variables.put("hand", function(workers, w -> state.hand(w) == 0 ? "None" : Integer.toString(state.hand(w))));
        variables.put("owed", function(workers, w -> targets(state.owed(w))));
        variables.put("exitRequested", function(workers, w -> ValueText.bool(state.isExitRequested(w))));
        variables.put("starting", Integer.toString(state.starting()));
        variables.put("leavers", leavers(state, handOver));
        variables.put("target", Integer.toString(state.target()));
        variables.put("submitterPoint", function(submitters, s -> ValueText.string(state.submitterPoint(s))));
        variables.put("submitterOwed", function(submitters, s -> target(state.submitterOwed(s))));
        variables.put("leftover", function(submitters, s -> sequence(state.leftover(s))));
        variables.put(
                "io",
                ValueText.sequence(IntStream.rangeClosed(1, state.bounds().ios())
                        .mapToObj(io -> ValueText.string(state.io(io)))
                        .toList()));
        variables.put("underWay", set(state.underWayBits()));
        variables.put("interrupted", set(state.interruptedBits()));
        variables.put("waited", set(state.waitedBits()));
        variables.put("issued", function(submitters, s -> set(state.bounds().closes() ? state.issuedBits(s) : 0)));
        variables.put("reloads", Integer.toString(state.reloads()));
        variables.put("interrupts", Integer.toString(state.interrupts()));
        variables.put("reopenFailures", Integer.toString(state.reopenFailures()));
        return LabelledGraph.state(variables);
    }

    /** On 0..count-1, which is no sequence. */
    private static String function(int count, IntFunction<String> value) {
        Map<String, String> elements = new LinkedHashMap<>();
        for (int argument = 0; argument < count; argument++) {
            elements.put(Integer.toString(argument), value.apply(argument));
        }
        return ValueText.function(elements);
    }

    private static String leavers(ProtocolState state, HandOver handOver) {
        int workers = state.bounds().workers();
        List<Integer> domain = new ArrayList<>();
        if (handOver == HandOver.ALL_PEERS) {
            IntStream.range(0, 1 << workers).forEach(domain::add);
        } else {
            domain.add(WakeupTarget.setOf(WakeupTarget.NOBODY));
            domain.add(WakeupTarget.setOf(WakeupTarget.NULL_LATCH));
            IntStream.range(0, workers).map(WakeupTarget::setOf).forEach(domain::add);
        }
        Map<String, String> elements = new LinkedHashMap<>();
        domain.forEach(owes -> elements.put(latches(owes), Integer.toString(state.leavers(owes))));
        return ValueText.function(elements);
    }

    private static String latches(int owes) {
        return owes == WakeupTarget.setOf(WakeupTarget.NULL_LATCH) ? "{NullLatch}" : set(owes);
    }

    private static String set(int bits) {
        return ValueText.set(IntStream.range(0, Integer.SIZE)
                .filter(bit -> (bits & (1 << bit)) != 0)
                .mapToObj(Integer::toString)
                .toList());
    }

    private static String sequence(IntStream elements) {
        return ValueText.sequence(elements.mapToObj(Integer::toString).toList());
    }

    private static String targets(IntStream targets) {
        return ValueText.sequence(targets.mapToObj(WorkerMethodText::target).toList());
    }

    private static String target(int target) {
        return switch (target) {
            case WakeupTarget.NOBODY -> "None";
            case WakeupTarget.NULL_LATCH -> "NullLatch";
            default -> Integer.toString(target);
        };
    }
}
