package dev.latchwork.report;

import java.util.List;
import java.util.Map;

/** The findings as a list, or a sentence that there are none. Stateless. */
final class FindingList {
    private static final Template LIST = Template.of("""
            <ol class="findings">
            {{items}}
            </ol>
            """);

    private static final Template ITEM = Template.of("""
            <li class="bad"><span class="mark">✗ {{reason}}</span><br>{{message}}{{replay}}</li>
            """);

    private static final Template REPLAY = Template.of("<pre><code>{{command}}</code></pre>");

    private static final Html NONE = Html.trusted("<p>Nothing: every check and every mutant is as expected.</p>");

    private FindingList() {}

    static Html of(List<Finding> findings) {
        return findings.isEmpty()
                ? NONE
                : LIST.fill(Map.of(
                        "items",
                        Html.lines(findings.stream().map(FindingList::item).toList())));
    }

    private static Html item(Finding finding) {
        return ITEM.fill(Map.of(
                "reason", Html.text(finding.reason().words()),
                "message", Html.text(finding.message()),
                "replay", finding.replay() == null ? Html.NOTHING : replay(finding.replay())));
    }

    /** A command that one click selects. */
    static Html replay(String command) {
        return REPLAY.fill(Map.of("command", Html.text(command)));
    }
}
