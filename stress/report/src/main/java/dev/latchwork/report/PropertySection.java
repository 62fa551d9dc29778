package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What was asked of the reference, by property and harness, with the work behind each answer. Stateless. */
final class PropertySection {
    private static final String REFERENCE = "reference";

    private static final Template SECTION = Template.of("""
            <p>Of the reference, each property that more than one harness judges; {{others}} more are judged by one and stand
            under <a href="#checks">checks</a>.</p>
            <div class="scroll" role="region" aria-labelledby="properties" tabindex="0">
            <table role="table">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">property</th>{{heads}}</tr></thead>
            <tbody role="rowgroup">
            {{rows}}
            </tbody>
            </table>
            </div>
            """);

    private static final Template HEAD = Template.of("<th role=\"columnheader\" scope=\"col\">{{harness}}</th>");

    private static final Template ROW = Template.of("""
            <tr role="row"><th role="rowheader" scope="row">{{property}}</th>
            {{cells}}</tr>
            """);

    private static final Template CELL = Template.of("""
            <td role="cell" data-label="{{harness}}" class="{{tone}}"><span class="mark">{{mark}}</span> <span class="faint">{{effort}}</span></td>
            """);

    private static final Html EMPTY_CELL = Html.trusted("<td role=\"cell\" class=\"none\"></td>");

    private PropertySection() {}

    static Html of(List<Verdict> verdicts) {
        Map<String, SortedMap<Harness, Verdict>> byProperty = new LinkedHashMap<>();
        verdicts.stream()
                .filter(verdict -> verdict.subject().equals(REFERENCE))
                .forEach(verdict -> byProperty
                        .computeIfAbsent(verdict.property(), unseen -> new TreeMap<>())
                        .merge(verdict.harness(), verdict, PropertySection::worseOrGreater));
        int all = byProperty.size();
        byProperty.values().removeIf(cells -> cells.size() < 2);
        List<Harness> harnesses = byProperty.values().stream()
                .flatMap(cells -> cells.keySet().stream())
                .distinct()
                .sorted()
                .toList();
        return SECTION.fill(Map.of(
                "others", Html.text(Integer.toString(all - byProperty.size())),
                "heads",
                        Html.lines(harnesses.stream()
                                .map(harness -> HEAD.fill(Map.of("harness", Html.text(harness.word()))))
                                .toList()),
                "rows",
                        Html.lines(byProperty.entrySet().stream()
                                .map(entry -> row(entry.getKey(), entry.getValue(), harnesses))
                                .toList())));
    }

    /** Of several checks of one harness, one that is not as expected; else the one that did most. */
    private static Verdict worseOrGreater(Verdict one, Verdict other) {
        Comparator<Verdict> order = Comparator.comparing((Verdict verdict) -> !verdict.ok())
                .thenComparing(verdict -> verdict.effort().seconds().orElse(0));
        return order.compare(one, other) >= 0 ? one : other;
    }

    private static Html row(String property, SortedMap<Harness, Verdict> cells, List<Harness> harnesses) {
        return ROW.fill(Map.of(
                "property", Html.text(property),
                "cells",
                        Html.lines(harnesses.stream()
                                .map(harness -> cell(harness, cells.get(harness)))
                                .toList())));
    }

    private static Html cell(Harness harness, Verdict verdict) {
        if (verdict == null) {
            return EMPTY_CELL;
        }
        return CELL.fill(Map.of(
                "harness", Html.text(harness.word()),
                "tone", Html.text(verdict.ok() ? "good" : "bad"),
                "mark",
                        Html.text(
                                (verdict.ok() ? "✓ " : "✗ ") + verdict.outcome().word()),
                "effort",
                        Html.text(
                                verdict.effort().entries().isEmpty()
                                        ? "no effort"
                                        : verdict.effort().work())));
    }
}
