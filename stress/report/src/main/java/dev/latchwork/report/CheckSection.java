package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Verdict;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The checks of one harness as a table. Stateless. */
final class CheckSection {
    private static final Template SECTION = Template.of("""
            <section aria-labelledby="{{harness}}">
            <h3 id="{{harness}}">{{harness}}</h3>
            <p class="faint">{{caveat}}</p>
            <table role="table" aria-labelledby="{{harness}}">
            <thead role="rowgroup"><tr role="row">
            <th role="columnheader" scope="col">result</th>
            <th role="columnheader" scope="col">property</th>
            <th role="columnheader" scope="col">subject</th>
            <th role="columnheader" scope="col">expected</th>
            <th role="columnheader" scope="col">verdict</th>
            <th role="columnheader" scope="col">effort</th>
            <th role="columnheader" scope="col" class="number">time</th>
            </tr></thead>
            <tbody role="rowgroup">
            {{rows}}
            </tbody>
            </table>
            </section>
            """);

    private static final Template ROW = Template.of("""
            <tr role="row" class="{{tone}}">
            <td role="cell"><span class="mark">{{mark}}</span></td>
            <th role="rowheader" scope="row">{{label}}{{detail}}{{witness}}{{timeline}}
            <details{{open}}><summary>{{id}}</summary>{{replay}}</details></th>
            <td role="cell" data-label="subject">{{subject}}</td>
            <td role="cell" data-label="expected">{{expected}}</td>
            <td role="cell" data-label="verdict">{{verdict}}</td>
            <td role="cell" data-label="effort">{{effort}}</td>
            <td role="cell" data-label="time" class="number">{{time}}</td>
            </tr>
            """);

    private static final Template DETAIL = Template.of("<br><span class=\"faint\">{{text}}</span>");

    private static final Template WITNESS = Template.of("<br><a href=\"{{file}}\">{{name}}</a>");

    private static final Template TIMELINE = Template.of("<br><a href=\"#trace={{id}}\">timeline</a>");

    private CheckSection() {}

    /** @param traced the ids of the checks whose traces the page carries */
    static Html of(Harness harness, List<Verdict> verdicts, String arch, Set<String> traced) {
        return SECTION.fill(Map.of(
                "harness", Html.text(harness.word()),
                "caveat", Html.text(Labels.caveat(harness, arch)),
                "rows",
                        Html.lines(verdicts.stream()
                                .map(verdict -> row(verdict, traced.contains(verdict.id())))
                                .toList())));
    }

    private static Html row(Verdict verdict, boolean isTraced) {
        return ROW.fill(Map.ofEntries(
                Map.entry("tone", Html.text(verdict.ok() ? "good" : "bad")),
                Map.entry("mark", Html.text(verdict.ok() ? "✓ ok" : "✗ not ok")),
                Map.entry("label", Html.text(verdict.property())),
                Map.entry("detail", detail(verdict.detail())),
                Map.entry("witness", witness(verdict.witness())),
                Map.entry("timeline", isTraced ? TIMELINE.fill(Map.of("id", Html.text(verdict.id()))) : Html.NOTHING),
                Map.entry("open", Html.text(verdict.ok() ? "" : " open")),
                Map.entry("id", Html.text("replay " + verdict.id())),
                Map.entry("replay", FindingList.replay(verdict.replay())),
                Map.entry("subject", Html.text(verdict.subject())),
                Map.entry("expected", Html.text(verdict.expected().word())),
                Map.entry("verdict", Html.text(verdict.outcome().word())),
                Map.entry(
                        "effort",
                        Html.text(
                                verdict.effort().entries().isEmpty()
                                        ? "none"
                                        : verdict.effort().work())),
                Map.entry("time", Html.text(Labels.seconds(verdict.effort().seconds())))));
    }

    private static Html detail(String text) {
        return text == null ? Html.NOTHING : DETAIL.fill(Map.of("text", Html.text(text)));
    }

    private static Html witness(String file) {
        return file == null
                ? Html.NOTHING
                : WITNESS.fill(Map.of("file", Html.text(relative(file)), "name", Html.text("witness " + file)));
    }

    /** A reference that cannot be taken for one with a scheme, whatever the file is called. */
    private static String relative(String file) {
        try {
            return new URI(null, null, "./" + file, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("the witness '" + file + "' cannot be referred to", e);
        }
    }
}
