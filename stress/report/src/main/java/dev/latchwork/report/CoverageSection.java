package dev.latchwork.report;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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

    private CoverageSection() {}

    /** A table for each kind, in the order of the map. */
    static Html of(Map<String, Object> coverage) {
        if (coverage.isEmpty()) {
            return NONE;
        }
        return Html.lines(coverage.entrySet().stream()
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
