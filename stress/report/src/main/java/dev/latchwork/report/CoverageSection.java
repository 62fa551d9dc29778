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
            <details><summary>{{summary}}</summary>
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

    private static final Set<String> ELSEWHERE =
            Set.of(EconomySection.KIND, BenchmarkSection.KIND, NemesisSection.KIND);

    private CoverageSection() {}

    /** A table for each kind, in the order of the map, but for those that have a section of their own. */
    static Html of(Map<String, Object> coverage) {
        List<Map.Entry<String, Object>> kinds = coverage.entrySet().stream()
                .filter(kind -> !ELSEWHERE.contains(kind.getKey()))
                .toList();
        if (kinds.isEmpty()) {
            return NONE;
        }
        return Html.lines(kinds.stream()
                .map(kind -> KIND.fill(Map.of(
                        "kind", Html.text(kind.getKey()),
                        "summary", Html.text(summary(kind.getKey(), kind.getValue())),
                        "rows", Html.lines(rows("", kind.getValue())))))
                .toList());
    }

    /** The kind's sum in a sentence, where there is one. */
    private static String summary(String kind, Object value) {
        if (!(value instanceof Map<?, ?> map)) {
            return kind;
        }
        return switch (kind) {
            case "replay" ->
                String.format(
                        Locale.ROOT,
                        "Replay: %,d of %,d transitions of %d of the specification's graphs were taken on threads.",
                        sum(map, "covered"),
                        sum(map, "transitions"),
                        tables(map));
            case "steps" ->
                String.format(
                        Locale.ROOT,
                        "Steps: %,d transitions in %d configurations were compared with %,d steps of the shipped classes.",
                        sum(map, "transitions"),
                        tables(map),
                        sum(map, "steps of the classes"));
            case "runs" ->
                String.format(
                        Locale.ROOT,
                        "Recorded runs: %s events, %d sides of guards; never come to: %s.",
                        text(map.get("events")),
                        sides(map),
                        text(map.get("notReached")));
            default -> kind;
        };
    }

    private static int sides(Map<?, ?> runs) {
        return runs.get("sides") instanceof Map<?, ?> sides ? sides.size() : 0;
    }

    /** How many rows are a table each, and no sum. */
    private static long tables(Map<?, ?> rows) {
        return rows.values().stream().filter(Map.class::isInstance).count();
    }

    private static long sum(Map<?, ?> rows, String column) {
        return rows.values().stream()
                .map(row -> row instanceof Map<?, ?> columns ? columns.get(column) : null)
                .mapToLong(number -> number instanceof Number count ? count.longValue() : 0)
                .sum();
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
