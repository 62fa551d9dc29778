package dev.latchwork.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What the runs under each plan of faults came to: what acted on them, and what was judged of them. Stateless. */
final class NemesisSection {
    /** The kind of coverage that has it. */
    static final String KIND = "nemesis";

    private static final Template SECTION = Template.of("""
            <p>Under each plan sessions read and write blocks of real files; whatever was called and answered is judged afterwards.</p>
            <table role="table" aria-labelledby="histories">
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">plan</th>
            <th role="columnheader" scope="col">verdict</th>
            <th role="columnheader" scope="col" class="number">I/Os</th>
            <th role="columnheader" scope="col">what acted on them</th>
            <th role="columnheader" scope="col">what was judged</th>
            <th role="columnheader" scope="col" class="number">time</th></tr></thead>
            <tbody role="rowgroup">
            {{rows}}
            </tbody>
            </table>
            """);

    private static final Template ROW = Template.of("""
            <tr role="row"><th role="rowheader" scope="row">{{plan}}</th>
            <td role="cell" data-label="verdict" class="{{tone}}"><span class="mark">{{verdict}}</span></td>
            <td role="cell" data-label="I/Os" class="number">{{ios}}</td>
            <td role="cell" data-label="acted">{{acted}}</td>
            <td role="cell" data-label="judged">{{judged}}</td>
            <td role="cell" data-label="time" class="number">{{seconds}} s</td></tr>
            """);

    private static final Html NONE = Html.trusted("<p>No history was recorded in this build.</p>");

    private static final Map<String, String> ACTED = names(
            "failedReopens", "failed reopens",
            "startsRefused", "workers not started",
            "interrupts", "interrupts",
            "resizes", "resizes",
            "filesAway", "files taken away",
            "shortTransfers", "short transfers",
            "failedTransfers", "failed transfers",
            "slowTransfers", "slow transfers",
            "fallbacks", "did not fit into the queue",
            "workers", "workers started");

    private static final Map<String, String> JUDGED = names(
            "queueOperations", "operations of the queue",
            "registers", "registers",
            "windowsExplained", "windows of the queue explained",
            "windowsUnknown", "unknown");

    private NemesisSection() {}

    private static Map<String, String> names(String... pairs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            names.put(pairs[i], pairs[i + 1]);
        }
        return names;
    }

    static Html of(Map<String, Object> coverage) {
        if (!(coverage.get(KIND) instanceof Map<?, ?> plans) || plans.isEmpty()) {
            return NONE;
        }
        List<Html> rows = new ArrayList<>();
        plans.forEach((plan, row) -> rows.add(row(plan.toString(), (Map<?, ?>) row)));
        return SECTION.fill(Map.of("rows", Html.lines(rows)));
    }

    private static Html row(String plan, Map<?, ?> counts) {
        boolean held = "held".equals(counts.get("verdict"));
        return ROW.fill(Map.of(
                "plan", Html.text(plan),
                "tone", Html.text(held ? "good" : "bad"),
                "verdict", Html.text((held ? "✓ " : "✗ ") + counts.get("verdict")),
                "ios", Html.text(number(counts.get("ios"))),
                "acted", Html.text(words(counts, ACTED)),
                "judged", Html.text(words(counts, JUDGED)),
                "seconds", Html.text(String.valueOf(counts.get("seconds")))));
    }

    /** What there was of each, but for what did not happen. */
    private static String words(Map<?, ?> counts, Map<String, String> names) {
        return names.entrySet().stream()
                .filter(name -> counts.get(name.getKey()) instanceof Number count && count.longValue() > 0)
                .map(name -> number(counts.get(name.getKey())) + " " + name.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String number(Object count) {
        return count instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : "not told";
    }
}
