package dev.latchwork.report;

import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Computes the matrix mutant x harness from the evidence. Immutable. */
final class KillMatrix {
    private final Evidence evidence;
    private final Map<String, List<Check>> bySubject;

    KillMatrix(Evidence evidence) {
        this.evidence = evidence;
        this.bySubject = evidence.catalogue().checks().stream().collect(Collectors.groupingBy(Check::subject));
    }

    /** One row for each mutant of the catalogue, in its order. */
    List<MatrixRow> rows() {
        return evidence.catalogue().mutants().stream().map(this::row).toList();
    }

    private MatrixRow row(Mutant mutant) {
        SortedMap<Harness, MatrixCell> cells = new TreeMap<>();
        for (Harness harness : Harness.values()) {
            List<Verdict> toKill = verdicts(mutant, harness, Outcome.VIOLATED);
            int blind = verdicts(mutant, harness, Outcome.HELD).size();
            boolean expected = mutant.expectedKillers().contains(harness);
            if (expected || !toKill.isEmpty() || blind > 0) {
                cells.put(harness, cell(expected, toKill, blind));
            }
        }
        return new MatrixRow(
                mutant.id(),
                mutant.area(),
                mutant.title(),
                mutant.equivalent(),
                Collections.unmodifiableSortedMap(cells));
    }

    private List<Verdict> verdicts(Mutant mutant, Harness harness, Outcome expected) {
        return bySubject.getOrDefault(mutant.id(), List.of()).stream()
                .filter(check -> check.harness() == harness)
                .filter(check -> check.expected() == expected)
                .map(evidence::on)
                .toList();
    }

    private static MatrixCell cell(boolean expected, List<Verdict> toKill, int blind) {
        List<Verdict> kills = toKill.stream().filter(KillMatrix::kills).toList();
        String property = (kills.isEmpty() ? toKill : kills)
                .stream().findFirst().map(Verdict::property).orElse("");
        double seconds = toKill.stream()
                .mapToDouble(verdict -> verdict.effort().seconds().orElse(0))
                .sum();
        long runs =
                toKill.stream().mapToLong(verdict -> verdict.effort().repeats()).sum();
        long killed = kills.stream().mapToLong(Verdict::violatedRuns).sum();
        return new MatrixCell(expected, toKill.size(), runs, killed, blind, seconds, property);
    }

    /** A violation that nobody worked for is no kill. */
    private static boolean kills(Verdict verdict) {
        return verdict.outcome() == Outcome.VIOLATED && verdict.effort().made();
    }
}
