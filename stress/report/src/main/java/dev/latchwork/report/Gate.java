package dev.latchwork.report;

import dev.latchwork.verification.Check;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Decides whether the evidence is good enough to let the build pass. Immutable.
 *
 * @param evidence what was gathered
 * @param matrix the matrix of that evidence
 * @param manifestExists whether the project has a TLC manifest
 */
record Gate(Evidence evidence, List<MatrixRow> matrix, boolean manifestExists) {

    /** Every reason to stay shut, grouped by kind. Unmodifiable, empty when the gate opens. */
    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>(evidence.refused());
        if (!manifestExists) {
            findings.add(Finding.of(
                    Finding.Reason.NO_MANIFEST, "tlc", "the project has no TLC manifest, so no check of TLC is known"));
        }
        if (evidence.catalogue().checks().isEmpty()) {
            findings.add(Finding.of(Finding.Reason.NOTHING_TO_CHECK, "catalogue", "the catalogue has no check"));
        }
        evidence.catalogue()
                .gaps()
                .forEach(gap -> findings.add(Finding.of(Finding.Reason.CATALOGUE_GAP, gap.mutant(), gap.message())));
        evidence.catalogue().checks().forEach(check -> lookAt(check, evidence.on(check), findings));
        evidence.strays()
                .forEach(verdict -> findings.add(Finding.of(
                        Finding.Reason.NOT_IN_CATALOGUE,
                        verdict.id(),
                        verdict.id() + ": a verdict on a check that the catalogue does not have")));
        matrix.forEach(row -> lookAt(row, findings));
        return findings.stream().sorted(Comparator.comparing(Finding::reason)).toList();
    }

    private static void lookAt(Check check, Verdict verdict, List<Finding> findings) {
        List<String> contradictions = contradictions(check, verdict);
        if (!contradictions.isEmpty()) {
            findings.add(about(check, Finding.Reason.CONTRADICTION, String.join("; ", contradictions)));
        }
        if (verdict.outcome() == Outcome.NOT_RUN) {
            findings.add(about(check, Finding.Reason.NOT_RUN, "no verdict on \"" + check.property() + "\""));
        } else if (!verdict.ok()) {
            findings.add(about(check, Finding.Reason.NOT_AS_EXPECTED, inWords(verdict)));
        }
    }

    private static Finding about(Check check, Finding.Reason reason, String message) {
        return new Finding(reason, check.id(), check.id() + ": " + message, check.replay());
    }

    private static String inWords(Verdict verdict) {
        String effort = verdict.effort().made() ? "effort " + verdict.effort() : "no effort";
        String detail = verdict.detail() == null ? "" : ": " + verdict.detail();
        return "\"" + verdict.property() + "\" on " + verdict.subject() + ": expected " + verdict.expected()
                + ", verdict " + verdict.outcome() + ", " + effort + detail;
    }

    private static List<String> contradictions(Check check, Verdict verdict) {
        List<String> contradictions = new ArrayList<>();
        compare("property", check.property(), verdict.property(), contradictions);
        compare("subject", check.subject(), verdict.subject(), contradictions);
        compare("harness", check.harness(), verdict.harness(), contradictions);
        compare("expected", check.expected(), verdict.expected(), contradictions);
        compare("replay", check.replay(), verdict.replay(), contradictions);
        return contradictions;
    }

    private static void compare(String field, Object catalogued, Object written, List<String> contradictions) {
        if (!Objects.equals(catalogued, written)) {
            contradictions.add(
                    field + " is '" + catalogued + "' in the catalogue and '" + written + "' in the verdict");
        }
    }

    private void lookAt(MatrixRow row, List<Finding> findings) {
        row.cells().forEach((harness, cell) -> {
            if (cell.failed() && cell.of() > 0) {
                findings.add(Finding.of(
                        Finding.Reason.KILLER_FAILED,
                        row.mutant(),
                        harness + " did not kill " + row.mutant() + ", \"" + row.title() + "\", in "
                                + Labels.count(cell.checks(), "check")));
            }
        });
        if (!row.equivalent() && !row.killed() && wasLookedAt(row.mutant())) {
            findings.add(Finding.of(
                    Finding.Reason.SURVIVOR,
                    row.mutant(),
                    "no harness killed " + row.mutant() + ", \"" + row.title() + "\""));
        }
    }

    /** A mutant that nobody looked at is no survivor: its checks are missing, which is said of each of them. */
    private boolean wasLookedAt(String mutant) {
        return evidence.catalogue().checks().stream()
                .filter(check -> check.subject().equals(mutant))
                .anyMatch(check -> evidence.on(check).outcome() != Outcome.NOT_RUN);
    }
}
