package dev.latchwork.report;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The document {@code verification.json}, from which every other form of the report is made. Immutable.
 *
 * @param schema the version of this form; fields may be added without a new one
 * @param jdk version of the JDK that made the report; the build's harnesses run on the same one
 * @param arch architecture of the machine
 * @param cores processors that the JVM may use
 * @param seconds from the start of the oldest verdict to the report; 0 without verdicts
 * @param verdicts one for each check of the catalogue, then those that the catalogue does not know
 * @param matrix one row for each mutant
 * @param canaries whether the gate shut for each entry that is wrong on purpose; these are in no other list
 * @param coverage what was reached, by kind; empty if nothing measured it
 * @param findings every reason for the gate to stay shut
 */
record Verification(
        int schema,
        String jdk,
        String arch,
        int cores,
        double seconds,
        List<Verdict> verdicts,
        List<MatrixRow> matrix,
        List<CanaryResult> canaries,
        Map<String, Object> coverage,
        List<Finding> findings) {

    private static final int SCHEMA = 1;

    /** The document of what the build {@code build} left in the folder until {@code now}, on this machine. */
    static Verification of(
            Catalogue catalogue, boolean manifestExists, VerdictFolder folder, String build, Instant now) {
        Evidence evidence = Evidence.gather(catalogue, folder, build);
        List<MatrixRow> rows = new KillMatrix(evidence).rows();
        List<Finding> all = new Gate(evidence, rows, manifestExists).findings();
        List<CanaryResult> canaries = catalogue.canaries().stream()
                .map(canary -> CanaryResult.of(canary, all))
                .toList();
        List<Verdict> verdicts = evidence.verdicts().stream()
                .filter(verdict -> !isCanary(catalogue, verdict.id()))
                .toList();
        List<MatrixRow> matrix =
                rows.stream().filter(row -> !isCanary(catalogue, row.mutant())).toList();
        return new Verification(
                SCHEMA,
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                secondsUntil(now, verdicts),
                verdicts,
                matrix,
                canaries,
                coverage(folder),
                withoutCanaries(catalogue, all, canaries));
    }

    /** What is wrong, without what is wrong on purpose, but with what should have been found wrong and was not. */
    private static List<Finding> withoutCanaries(Catalogue catalogue, List<Finding> all, List<CanaryResult> canaries) {
        Stream<Finding> silent =
                canaries.stream().filter(canary -> !canary.ok()).map(CanaryResult::asFinding);
        return Stream.concat(all.stream().filter(finding -> !isCanary(catalogue, finding.about())), silent)
                .sorted(Comparator.comparing(Finding::reason))
                .toList();
    }

    private static boolean isCanary(Catalogue catalogue, String id) {
        return catalogue.canaries().stream().anyMatch(canary -> canary.isAbout(id));
    }

    private static Map<String, Object> coverage(VerdictFolder folder) {
        try {
            return new CoverageFolder(folder.path().resolveSibling("coverage")).read();
        } catch (IOException e) {
            throw new UncheckedIOException("the coverage cannot be read", e);
        }
    }

    private static double secondsUntil(Instant now, List<Verdict> verdicts) {
        return verdicts.stream()
                .map(Verdict::started)
                .filter(Objects::nonNull)
                .min(Instant::compareTo)
                .map(oldest -> Duration.between(oldest, now).toMillis() / 1000.0)
                .orElse(0.0);
    }

    /** Whether the gate opens. */
    boolean passed() {
        return findings.isEmpty();
    }

    /** The verdicts of each harness that has any, in report order. */
    SortedMap<Harness, List<Verdict>> byHarness() {
        return verdicts.stream().collect(Collectors.groupingBy(Verdict::harness, TreeMap::new, Collectors.toList()));
    }

    /** The harnesses that have a cell in the matrix, in report order. */
    List<Harness> matrixHarnesses() {
        return matrix.stream()
                .flatMap(row -> row.cells().keySet().stream())
                .distinct()
                .sorted()
                .toList();
    }

    /** The matrix, what belongs to one area together. */
    List<MatrixRow> matrixByArea() {
        return matrix.stream().sorted(Comparator.comparing(MatrixRow::area)).toList();
    }

    /**
     * Seconds in which some check that is to kill a mutant ran. Those that ran at the same time, as the tests of one run of
     * jcstress do, count once.
     */
    double matrixSeconds() {
        List<Verdict> kills = verdicts.stream()
                .filter(verdict -> verdict.expected() == Outcome.VIOLATED && Mutant.isId(verdict.subject()))
                .filter(verdict -> verdict.started() != null)
                .sorted(Comparator.comparing(Verdict::started))
                .toList();
        double seconds = 0;
        Instant end = Instant.MIN;
        for (Verdict kill : kills) {
            Instant killEnd =
                    kill.started().plusNanos((long) (kill.effort().seconds().orElse(0) * 1e9));
            Instant begin = kill.started().isAfter(end) ? kill.started() : end;
            if (killEnd.isAfter(begin)) {
                seconds += Duration.between(begin, killEnd).toNanos() / 1e9;
                end = killEnd;
            }
        }
        return seconds;
    }

    /** Everything counted, in one sentence. */
    String counts() {
        return checkCounts() + "; " + mutantCounts();
    }

    /** The checks, counted. */
    String checkCounts() {
        long asExpected = verdicts.stream().filter(Verdict::ok).count();
        long notRun = verdicts.stream()
                .filter(verdict -> verdict.outcome() == Outcome.NOT_RUN)
                .count();
        return Labels.count(verdicts.size(), "check") + ": " + asExpected + " as expected, "
                + (verdicts.size() - asExpected - notRun) + " not as expected, " + notRun + " not run";
    }

    /** The mutants, counted. */
    String mutantCounts() {
        List<MatrixRow> toKill =
                matrix.stream().filter(row -> !row.equivalent()).toList();
        int equivalent = matrix.size() - toKill.size();
        return Labels.count(toKill.size(), "mutant") + ": "
                + toKill.stream().filter(MatrixRow::killed).count() + " killed, "
                + toKill.stream().filter(row -> row.killers() >= 2).count() + " by two harnesses or more"
                + (equivalent == 0 ? "" : ", and " + equivalent + " equivalent");
    }
}
