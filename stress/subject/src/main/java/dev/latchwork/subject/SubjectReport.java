package dev.latchwork.subject;

import dev.latchwork.verification.Json;
import dev.latchwork.verification.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * All verdicts on a subject, in the form of the report's verification.json as far as it has these fields. Immutable.
 *
 * @param schema the version of this form
 * @param jdk version of the JDK
 * @param arch architecture of the machine
 * @param cores processors that the JVM may use
 * @param verdicts one for each property and judge
 */
record SubjectReport(int schema, String jdk, String arch, int cores, List<Verdict> verdicts) {
    private static final int SCHEMA = 1;
    private static final String ROW = "%-10s %-16s %-9s %-10s %s%n";

    static SubjectReport of(List<Verdict> verdicts) {
        return new SubjectReport(
                SCHEMA,
                System.getProperty("java.version"),
                System.getProperty("os.arch"),
                Runtime.getRuntime().availableProcessors(),
                List.copyOf(verdicts));
    }

    /** Whether there is a verdict, and each is as the subject says of itself. */
    boolean isAsExpected() {
        return !verdicts.isEmpty() && verdicts.stream().allMatch(Verdict::ok);
    }

    /** Writes {@code verification.json} into the folder. */
    Path write(Path folder) throws IOException {
        return Files.writeString(
                folder.resolve("verification.json"), Json.writer().writeValueAsString(this) + "\n");
    }

    /** A row for each verdict; below it, what shows a violation and how to have it again. */
    String table() {
        StringBuilder table = new StringBuilder();
        table.append(String.format(Locale.ROOT, ROW, "harness", "property", "verdict", "expected", "effort"));
        for (Verdict verdict : verdicts) {
            table.append(String.format(
                    Locale.ROOT,
                    ROW,
                    verdict.harness(),
                    verdict.property(),
                    verdict.outcome(),
                    verdict.expected() + (verdict.ok() ? "" : " !"),
                    verdict.effort()));
            if (verdict.witness() != null) {
                table.append(String.format(Locale.ROOT, "  %s%n  shown in %s%n", verdict.detail(), verdict.witness()));
            }
            if (!verdict.ok()) {
                table.append(String.format(Locale.ROOT, "  again: %s%n", verdict.replay()));
            }
        }
        return table.toString();
    }
}
