package dev.latchwork.report;

import dev.latchwork.verification.Canary;
import java.util.List;

/**
 * Whether the gate shut for an entry that is wrong on purpose. Immutable.
 *
 * @param canary the id of the wrong entry
 * @param title what is wrong with it, in one sentence
 * @param expected the kinds of what the gate had to find
 * @param found the kinds of what it found
 * @param ok whether it found just that
 */
record CanaryResult(String canary, String title, List<String> expected, List<String> found, boolean ok) {

    /** What {@code findings}, the gate's on everything, say of {@code canary}. */
    static CanaryResult of(Canary canary, List<Finding> findings) {
        List<String> found = findings.stream()
                .filter(finding -> canary.isAbout(finding.about()))
                .map(finding -> finding.reason().words())
                .toList();
        return new CanaryResult(
                canary.mutant().id(),
                canary.mutant().title(),
                canary.findings(),
                found,
                found.equals(canary.findings()));
    }

    /** The finding that the gate did not shut as it must, or shut for something else. */
    Finding asFinding() {
        return Finding.of(
                Finding.Reason.CANARY_SILENT,
                canary,
                canary + ": the gate had to find " + expected + " and found " + found + ", \"" + title + "\"");
    }
}
