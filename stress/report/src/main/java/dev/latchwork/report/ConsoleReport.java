package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The report as lines of plain text, at most {@link #WIDTH} characters each. Only replay commands and file names may be
 * longer, since a broken line could not be copied. Immutable.
 *
 * @param verification what to show
 * @param page where the page lies
 * @param document where {@code verification.json} lies
 */
record ConsoleReport(Verification verification, String page, String document) {
    /** Characters in a line. */
    static final int WIDTH = 120;

    private static final int CELL = 8;
    private static final Pattern WORD = Pattern.compile("\\S+");

    private static final TextTable CHECKS = new TextTable(List.of(
            TextTable.Column.left(4),
            TextTable.Column.left(50),
            TextTable.Column.left(11),
            TextTable.Column.left(8),
            TextTable.Column.left(8),
            TextTable.Column.left(19),
            TextTable.Column.right(8)));

    /** All lines, the gate's last. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        checks(lines);
        matrix(lines);
        summary(lines);
        gate(lines);
        return lines;
    }

    private void checks(List<String> lines) {
        lines.add(CHECKS.row(List.of("", "property", "subject", "expected", "verdict", "effort", "time")));
        verification.byHarness().forEach((harness, verdicts) -> {
            PropertyLabels labels = new PropertyLabels(verdicts);
            String caveat = Labels.caveat(harness, verification.arch());
            lines.add(caveat.isEmpty() ? harness.word() : harness + " (" + caveat + ")");
            verdicts.forEach(verdict -> lines.add(CHECKS.row(List.of(
                    verdict.ok() ? "ok" : "FAIL",
                    labels.of(verdict),
                    verdict.subject(),
                    verdict.expected().word(),
                    verdict.outcome().word(),
                    verdict.effort().work(),
                    Labels.seconds(verdict.effort().seconds())))));
        });
    }

    private void matrix(List<String> lines) {
        List<Harness> harnesses = verification.matrixHarnesses();
        TextTable table = matrixTable(harnesses.size());
        lines.add("");
        lines.add(table.row(
                Stream.of(Stream.of("mutant"), harnesses.stream().map(Harness::word), Stream.of("the mistake"))
                        .flatMap(cells -> cells)
                        .toList()));
        for (MatrixRow row : verification.matrixByArea()) {
            lines.add(table.row(Stream.of(
                            Stream.of(row.mutant()),
                            harnesses.stream().map(harness -> cell(row, harness)),
                            Stream.of(row.equivalent() ? "(equivalent) " + row.title() : row.title()))
                    .flatMap(cells -> cells)
                    .toList()));
        }
        lines.add(
                "k/n: killed in k of n runs; FAIL, NO CHECK: expected killer that is none; survived: looked at, known not to be");
        lines.add("seen; . not applicable: no check that could see it. "
                + Labels.matrixTime(verification.matrixSeconds()));
        verification
                .canaries()
                .forEach(canary ->
                        lines.addAll(wrapped("canary " + (canary.ok() ? "shut the gate" : "DID NOT SHUT THE GATE")
                                + " (" + String.join(", ", canary.found()) + "): " + canary.title())));
    }

    private static TextTable matrixTable(int harnesses) {
        List<TextTable.Column> columns = new ArrayList<>();
        columns.add(TextTable.Column.left(6));
        int used = 6;
        for (int i = 0; i < harnesses; i++) {
            columns.add(TextTable.Column.left(CELL));
            used += CELL + 2;
        }
        columns.add(TextTable.Column.left(WIDTH - used - 2));
        return new TextTable(List.copyOf(columns));
    }

    private static String cell(MatrixRow row, Harness harness) {
        MatrixCell cell = row.cells().get(harness);
        if (cell == null) {
            return ".";
        }
        if (cell.of() == 0) {
            return cell.expected() ? "NO CHECK" : "survived";
        }
        return cell.killed() + "/" + cell.of() + (cell.failed() ? " FAIL" : "");
    }

    private void summary(List<String> lines) {
        lines.add("");
        lines.add(verification.checkCounts() + "; " + Labels.seconds(OptionalDouble.of(verification.seconds())));
        lines.add(verification.mutantCounts());
        lines.add("report " + page + ", data " + document);
    }

    private void gate(List<String> lines) {
        List<Finding> findings = verification.findings();
        if (verification.passed()) {
            lines.add("gate: passed");
            return;
        }
        for (Finding finding : findings) {
            lines.addAll(wrapped(finding.reason().words() + ": " + finding.message()));
            if (finding.replay() != null) {
                lines.add("      replay: " + finding.replay());
            }
        }
        lines.add("gate: FAILED, " + Labels.count(findings.size(), "finding"));
    }

    /** The sentence as an indented item, broken between words where it can be. */
    private static List<String> wrapped(String sentence) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder("  -");
        for (MatchResult word : WORD.matcher(sentence).results().toList()) {
            for (String piece : pieces(word.group())) {
                if (line.length() + 1 + piece.length() > WIDTH) {
                    lines.add(line.toString());
                    line = new StringBuilder("   ");
                }
                line.append(' ').append(piece);
            }
        }
        lines.add(line.toString());
        return lines;
    }

    private static List<String> pieces(String word) {
        int longest = WIDTH - 4;
        return Stream.iterate(0, start -> start < word.length(), start -> start + longest)
                .map(start -> word.substring(start, Math.min(word.length(), start + longest)))
                .toList();
    }
}
