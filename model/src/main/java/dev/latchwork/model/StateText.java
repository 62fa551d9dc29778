package dev.latchwork.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The variables of a state as readable text, under the names of the protocol. */
final class StateText {
    private StateText() {}

    /** Each variable's text, in a fixed order; a function has one entry for each argument. */
    static Map<String, String> variables(ProtocolState state) {
        Map<String, String> variables = new LinkedHashMap<>();
        Bounds bounds = state.bounds();
        variables.put("queue", SequenceText.of(state.queue()));
        variables.put("idle", SequenceText.ofBits(state.idleBits()));
        variables.put("inUse", SequenceText.ofBits(state.inUseBits()));
        for (int w = 0; w < bounds.workers(); w++) {
            variables.put("latch[" + w + "]", state.isLatchSet(w) ? "set" : "unset");
            variables.put("point[" + w + "]", state.point(w).toString());
            variables.put("hand[" + w + "]", state.hand(w) == 0 ? "none" : Integer.toString(state.hand(w)));
            variables.put("owed[" + w + "]", SequenceText.ofTargets(state.owed(w)));
            variables.put("exitRequested[" + w + "]", Boolean.toString(state.isExitRequested(w)));
        }
        variables.put("starting", Integer.toString(state.starting()));
        variables.put("leavers", SequenceText.ofSets(state.leaverSets()));
        variables.put("target", Integer.toString(state.target()));
        for (int s = 0; s < bounds.submitters(); s++) {
            variables.put("submitterPoint[" + s + "]", state.submitterPoint(s).toString());
            variables.put("submitterOwed[" + s + "]", WakeupTarget.text(state.submitterOwed(s)));
            variables.put("leftover[" + s + "]", SequenceText.of(state.leftover(s)));
        }
        for (int io = 1; io <= bounds.ios(); io++) {
            variables.put("io[" + io + "]", state.io(io).toString());
        }
        variables.put("underWay", SequenceText.ofBits(state.underWayBits()));
        variables.put("interrupted", SequenceText.ofBits(state.interruptedBits()));
        variables.put("waited", SequenceText.ofBits(state.waitedBits()));
        if (bounds.closes()) {
            for (int s = 0; s < bounds.submitters(); s++) {
                variables.put("issued[" + s + "]", SequenceText.ofBits(state.issuedBits(s)));
            }
        }
        variables.put("reloads", Integer.toString(state.reloads()));
        variables.put("interrupts", Integer.toString(state.interrupts()));
        variables.put("reopenFailures", Integer.toString(state.reopenFailures()));
        return variables;
    }

    /** What a step changed, such as {@code point[0]: Look -> Await}, in the order of {@link #variables}. */
    static List<String> changes(ProtocolState before, ProtocolState after) {
        Map<String, String> old = variables(before);
        List<String> changes = new ArrayList<>();
        variables(after).forEach((name, text) -> {
            if (!text.equals(old.get(name))) {
                changes.add(name + ": " + old.get(name) + " -> " + text);
            }
        });
        return changes;
    }
}
