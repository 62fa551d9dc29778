package dev.latchwork.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What was reached, as a table for each kind: nested maps become rows, with the names on the way. Stateless. */
final class CoverageSection {
    private static final Template KIND = Template.of("""
            <details><summary>{{kind}}</summary>
            <div class="scroll" role="region" aria-label="{{kind}}" tabindex="0">
            <table role="table">
            <tbody role="rowgroup">
            {{rows}}
            </tbody>
            </table>
            </div>
            </details>
            """);

    private static final Template ROW = Template.of("""
            <tr role="row"><th role="rowheader" scope="row">{{name}}</th>
            <td role="cell" class="number">{{value}}</td></tr>
            """);

    private static final Html NONE = Html.trusted("<p>Nothing was measured in this build.</p>");

    /** Histories of runs under faults, by plan. */
    static final String NEMESIS = "nemesis";

    private static final Set<String> ELSEWHERE = Set.of(EconomySection.KIND, BenchmarkSection.KIND, NEMESIS);

    private CoverageSection() {}

    /** A table for each kind, in the order of the map, but for those that have a section of their own. */
    static Html of(Map<String, Object> coverage) {
        List<Map.Entry<String, Object>> kinds = coverage.entrySet().stream()
                .filter(kind -> !ELSEWHERE.contains(kind.getKey()))
                .toList();
        return tables(kinds);
    }

    /** The table of one kind. */
    static Html of(Map<String, Object> coverage, String kind) {
        return tables(coverage.entrySet().stream()
                .filter(entry -> entry.getKey().equals(kind))
                .toList());
    }

    private static Html tables(List<Map.Entry<String, Object>> kinds) {
        if (kinds.isEmpty()) {
            return NONE;
        }
        return Html.lines(kinds.stream()
                .map(kind -> KIND.fill(Map.of(
                        "kind", Html.text(kind.getKey()),
                        "rows", Html.lines(rows("", kind.getValue())))))
                .toList());
    }

    private static List<Html> rows(String name, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return List.of(ROW.fill(Map.of("name", Html.text(name), "value", Html.text(text(value)))));
        }
        List<Html> rows = new ArrayList<>();
        map.forEach((key, inner) -> rows.addAll(rows(name.isEmpty() ? key.toString() : name + ": " + key, inner)));
        return rows;
    }

    private static String text(Object value) {
        if (value instanceof Collection<?> many) {
            return many.isEmpty()
                    ? "none"
                    : many.stream().map(CoverageSection::text).collect(Collectors.joining(", "));
        }
        return value instanceof Long || value instanceof Integer
                ? String.format(Locale.ROOT, "%,d", ((Number) value).longValue())
                : String.valueOf(value);
    }
}
