package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The report as one HTML file that needs nothing else. Immutable.
 *
 * @param verification what to show
 * @param exhibits what to show besides
 */
record Page(Verification verification, Exhibits exhibits) {
    private static final Template PAGE = Template.ofResource("page.html");

    private static final Template LINK = Template.of("<li><a href=\"#{{id}}\">{{name}}</a></li>");

    /** The file's content. */
    Html html() {
        boolean passed = verification.passed();
        String verdict = passed
                ? "✓ Passed."
                : "✗ Failed: " + Labels.count(verification.findings().size(), "finding") + ".";
        PageScript script = PageScript.script();
        PageScript style = PageScript.style();
        return PAGE.fill(Map.ofEntries(
                Map.entry("title", Html.text((passed ? "Passed" : "Failed") + " – Latchwork verification")),
                Map.entry("scriptdigest", Html.trusted(script.source())),
                Map.entry("styledigest", Html.trusted(style.source())),
                Map.entry("script", Html.trusted(script.text())),
                Map.entry("style", Html.trusted(style.text())),
                Map.entry("tone", Html.text(passed ? "good" : "bad")),
                Map.entry("verdict", Html.text(verdict)),
                Map.entry("counts", Html.text(verification.counts())),
                Map.entry("run", Html.text(run())),
                Map.entry("sections", Html.lines(sections())),
                Map.entry("findings", FindingList.of(verification.findings())),
                Map.entry("baseline", BaselineSection.of(exhibits.baseline())),
                Map.entry("matrix", matrix()),
                Map.entry("properties", PropertySection.of(verification.verdicts())),
                Map.entry("proof", ProofSection.of(verification.verdicts())),
                Map.entry("reached", CoverageSection.of(verification.coverage())),
                Map.entry("nemesis", NemesisSection.of(verification.coverage())),
                Map.entry("economy", EconomySection.of(verification.coverage())),
                Map.entry("benchmarks", BenchmarkSection.of(verification.coverage())),
                Map.entry("traces", TraceSection.of(exhibits.traces(), exhibits.places())),
                Map.entry("explorer", ExplorerSection.of(exhibits.graphs())),
                Map.entry("checks", Html.lines(checks()))));
    }

    private Html matrix() {
        return Html.lines(List.of(
                MatrixSection.of(verification.matrix(), verification.matrixHarnesses(), verification.matrixSeconds()),
                MatrixSection.canaries(verification.canaries())));
    }

    private String run() {
        return "JDK " + verification.jdk() + ", " + verification.arch() + ", " + verification.cores() + " cores, "
                + Labels.seconds(OptionalDouble.of(verification.seconds())) + ".";
    }

    private List<Html> sections() {
        return Stream.of(
                        Stream.of(
                                link("findings", "not ok"),
                                link("mutants", "mutants"),
                                link("properties", "properties"),
                                link("inductive", "proof"),
                                link("reached", "reached"),
                                link("histories", "histories"),
                                link("economy", "wakeups"),
                                link("benchmarks", "benchmarks"),
                                link("traces", "traces"),
                                link("explorer", "by hand"),
                                link("checks", "checks by")),
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
        Set<String> traced = exhibits.traces().entries().stream()
                .map(entry -> entry.header().id())
                .collect(Collectors.toSet());
        return verification.byHarness().entrySet().stream()
                .map(entry -> CheckSection.of(entry.getKey(), entry.getValue(), verification.arch(), traced))
                .toList();
    }
}
