package dev.latchwork.report;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is new, resolved and ongoing since an earlier build. Stateless. */
final class BaselineSection {
    private static final Template SECTION = Template.of("""
            <p><strong>Since {{file}}:</strong> {{fresh}} new, {{resolved}} resolved, {{ongoing}} ongoing.</p>
            <ul>
            {{items}}
            </ul>
            """);

    private static final Template ITEM = Template.of("<li><strong>{{kind}}</strong> {{text}}</li>");

    private static final Html NONE = Html.trusted(
            "<p class=\"faint\">Compared with no earlier build; <code>-Dlatchwork.baseline=verification.json</code> names one.</p>");

    private BaselineSection() {}

    static Html of(Optional<Baseline> baseline) {
        return baseline.map(BaselineSection::compared).orElse(NONE);
    }

    private static Html compared(Baseline baseline) {
        return SECTION.fill(Map.of(
                "file", Html.text(baseline.file()),
                "fresh", Html.text(Integer.toString(baseline.fresh().size())),
                "resolved", Html.text(Integer.toString(baseline.resolved().size())),
                "ongoing", Html.text(Integer.toString(baseline.ongoing().size())),
                "items",
                        Html.lines(List.of(
                                items(
                                        "new",
                                        baseline.fresh().stream()
                                                .map(Finding::message)
                                                .toList()),
                                items("resolved", baseline.resolved()),
                                items(
                                        "ongoing",
                                        baseline.ongoing().stream()
                                                .map(Finding::message)
                                                .toList())))));
    }

    private static Html items(String kind, List<String> texts) {
        return Html.lines(texts.stream()
                .map(text -> ITEM.fill(Map.of("kind", Html.text(kind), "text", Html.text(text))))
                .toList());
    }
}
