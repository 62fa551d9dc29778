package dev.latchwork.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What each I/O cost in wakeups and sleeps, by variant, as the runs of this build counted it. Stateless. */
final class EconomySection {
    /** The kind of coverage that has it. */
    static final String KIND = "economy";

    private static final Template SECTION = Template.of("""
            <p class="faint">Per I/O. {{of}}</p>
            <table role="table" aria-labelledby="economy">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">variant</th>
            <th role="columnheader" scope="col" class="number">wakeups</th>
            <th role="columnheader" scope="col" class="number">useless wakeups</th>
            <th role="columnheader" scope="col" class="number">sleeps</th>
            <th role="columnheader" scope="col" class="number">synchronous fallbacks</th>
            <th role="columnheader" scope="col" class="number">I/Os</th></tr></thead>
            <tbody role="rowgroup">
            {{rows}}
            </tbody>
            </table>
            """);

    private static final Template ROW = Template.of("""
            <tr role="row"><th role="rowheader" scope="row">{{variant}}</th>
            {{cells}}</tr>
            """);

    private static final Template CELL =
            Template.of("<td role=\"cell\" class=\"number\" data-label=\"{{label}}\">{{value}}</td>");

    private static final List<String> COUNTS = List.of("wakeups", "uselessWakeups", "sleeps", "synchronousFallbacks");

    private static final Html NONE = Html.trusted("<p>No run of this build counted wakeups.</p>");

    private EconomySection() {}

    static Html of(Map<String, Object> coverage) {
        if (!(coverage.get(KIND) instanceof Map<?, ?> economy)
                || !(economy.get("variants") instanceof Map<?, ?> variants)) {
            return NONE;
        }
        List<Html> rows = new ArrayList<>();
        variants.forEach((variant, counts) -> rows.add(row(variant.toString(), (Map<?, ?>) counts)));
        return SECTION.fill(Map.of("of", Html.text(String.valueOf(economy.get("of"))), "rows", Html.lines(rows)));
    }

    private static Html row(String variant, Map<?, ?> counts) {
        double ios = ((Number) counts.get("ios")).doubleValue();
        List<Html> cells = new ArrayList<>();
        for (String count : COUNTS) {
            cells.add(cell(
                    count, String.format(Locale.ROOT, "%.3f", ((Number) counts.get(count)).doubleValue() / ios)));
        }
        cells.add(cell("I/Os", String.format(Locale.ROOT, "%,.0f", ios)));
        return ROW.fill(Map.of("variant", Html.text(variant), "cells", Html.lines(cells)));
    }

    private static Html cell(String label, String value) {
        return CELL.fill(Map.of("label", Html.text(label), "value", Html.text(value)));
    }
}
