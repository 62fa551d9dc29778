package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The verification on one screen, in Markdown, for a build server's page. Immutable.
 *
 * @param verification what to tell
 * @param page where the whole report is, as its reader finds it
 */
record Summary(Verification verification, String page) {
    private static final int FINDINGS_SHOWN = 20;

    /** The file's content. */
    String markdown() {
        List<String> lines = new ArrayList<>();
        int findings = verification.findings().size();
        lines.add(
                verification.passed()
                        ? "## ✓ Latchwork verification passed"
                        : "## ✗ Latchwork verification failed: " + Labels.count(findings, "finding"));
        lines.add("");
        lines.add(verification.counts() + ".");
        lines.add("");
        addFindings(lines);
        addHarnesses(lines);
        lines.add("");
        lines.add("The whole report: `" + page + "`, one file that opens offline. JDK " + verification.jdk() + ", "
                + verification.arch() + ", " + verification.cores() + " cores, "
                + Labels.seconds(OptionalDouble.of(verification.seconds())) + ".");
        return String.join("\n", lines) + "\n";
    }

    private void addFindings(List<String> lines) {
        verification.findings().stream()
                .limit(FINDINGS_SHOWN)
                .forEach(finding -> lines.add("- **" + finding.reason().words() + "** " + text(finding.message())));
        int more = verification.findings().size() - FINDINGS_SHOWN;
        if (more > 0) {
            lines.add("- and " + more + " more");
        }
        if (!verification.passed()) {
            lines.add("");
        }
    }

    private void addHarnesses(List<String> lines) {
        lines.add("| harness | checks | as expected | time |");
        lines.add("|---|--:|--:|--:|");
        for (Map.Entry<Harness, List<Verdict>> harness :
                verification.byHarness().entrySet()) {
            List<Verdict> verdicts = harness.getValue();
            double seconds = verdicts.stream()
                    .mapToDouble(verdict -> verdict.effort().seconds().orElse(0))
                    .sum();
            lines.add("| " + harness.getKey() + " | " + verdicts.size() + " | "
                    + verdicts.stream().filter(Verdict::ok).count() + " | "
                    + Labels.seconds(OptionalDouble.of(seconds)) + " |");
        }
    }

    /** Text that Markdown and the HTML within it leave alone. */
    private static String text(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replaceAll("([\\\\`*_\\[\\]|#])", "\\\\$1")
                .replaceAll("\\R", " ");
    }
}
