package dev.latchwork.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The traces, and the timeline that shows one of them. Stateless. */
final class TraceSection {
    private static final Template SECTION = Template.ofResource("page/traces.html");

    private static final Template DATA =
            Template.of("<script type=\"application/json\" id=\"{{id}}\">{{json}}</script>");

    private static final Template LEFT_OUT = Template.of("""
            <details><summary>{{count}} not in this page</summary><ul>
            {{items}}
            </ul></details>
            """);

    private static final Template ITEM = Template.of("<li>{{text}}</li>");

    private static final Html NONE = Html.trusted("<p>This build left no trace.</p>");

    private TraceSection() {}

    static Html of(TraceShelf shelf, Map<String, Map<String, ActionPlaces.Place>> places) {
        Html leftOut = leftOut(shelf.leftOut());
        if (shelf.entries().isEmpty()) {
            return Html.lines(List.of(NONE, leftOut));
        }
        List<Html> data = new ArrayList<>();
        data.add(data("trace-index", TraceShelf.json(shelf.index())));
        data.add(data("trace-places", TraceShelf.json(places)));
        for (int place = 0; place < shelf.entries().size(); place++) {
            data.add(data(TraceShelf.element(place), shelf.entries().get(place).json()));
        }
        return Html.lines(List.of(SECTION.fill(Map.of("data", Html.lines(data))), leftOut));
    }

    /** JSON that the page's script finds by its id. */
    static Html data(String id, String json) {
        return DATA.fill(Map.of("id", Html.text(id), "json", Html.json(json)));
    }

    private static Html leftOut(List<String> leftOut) {
        if (leftOut.isEmpty()) {
            return Html.NOTHING;
        }
        return LEFT_OUT.fill(Map.of(
                "count", Html.text(Labels.count(leftOut.size(), "trace")),
                "items",
                        Html.lines(leftOut.stream()
                                .map(text -> ITEM.fill(Map.of("text", Html.text(text))))
                                .toList())));
    }
}
