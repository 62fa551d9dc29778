package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/**
 * The report as one HTML file that needs nothing else. Immutable.
 *
 * @param verification what to show
 */
record Page(Verification verification) {
    private static final Template PAGE = Template.ofResource("page.html");

    private static final Template LINK = Template.of("<li><a href=\"#{{id}}\">{{name}}</a></li>");

    /** The file's content. */
    Html html() {
        boolean passed = verification.passed();
        String verdict = passed
                ? "✓ Passed."
                : "✗ Failed: " + Labels.count(verification.findings().size(), "finding") + ".";
        return PAGE.fill(Map.of(
                "title", Html.text((passed ? "Passed" : "Failed") + " – Latchwork verification"),
                "tone", Html.text(passed ? "good" : "bad"),
                "verdict", Html.text(verdict),
                "counts", Html.text(verification.counts()),
                "run", Html.text(run()),
                "sections", Html.lines(sections()),
                "findings", FindingList.of(verification.findings()),
                "matrix", matrix(),
                "reached", CoverageSection.of(verification.coverage()),
                "checks", Html.lines(checks())));
    }

    private Html matrix() {
        return Html.lines(List.of(
                MatrixSection.of(verification.matrix(), verification.matrixHarnesses()),
                MatrixSection.canaries(verification.canaries())));
    }

    private String run() {
        return "JDK " + verification.jdk() + ", " + verification.arch() + ", " + verification.cores() + " cores, "
                + Labels.seconds(OptionalDouble.of(verification.seconds())) + ".";
    }

    private List<Html> sections() {
        return Stream.of(
                        Stream.of(link("findings", "not ok"), link("mutants", "mutants"), link("reached", "reached")),
                        verification.byHarness().keySet().stream()
                                .map(Harness::word)
                                .map(word -> link(word, word)))
                .flatMap(links -> links)
                .toList();
    }

    private static Html link(String id, String name) {
        return LINK.fill(Map.of("id", Html.text(id), "name", Html.text(name)));
    }

    private List<Html> checks() {
        return verification.byHarness().entrySet().stream()
                .map(entry -> CheckSection.of(entry.getKey(), entry.getValue(), verification.arch()))
                .toList();
    }
}
