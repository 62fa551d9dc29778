package dev.latchwork.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The walk through a state graph. Stateless. */
final class ExplorerSection {
    private static final Template SECTION = Template.ofResource("page/explorer.html");

    private static final Html NONE = Html.trusted("<p>This build left no state graph.</p>");

    private static final Template LEFT_OUT =
            Template.of("<p class=\"faint\">Too large for this page, see graphs/: {{names}}.</p>");

    private ExplorerSection() {}

    static Html of(GraphShelf shelf) {
        if (shelf.entries().isEmpty()) {
            return Html.lines(List.of(NONE, leftOut(shelf)));
        }
        List<Html> data = new ArrayList<>();
        data.add(TraceSection.data("graph-index", TraceShelf.json(shelf.index())));
        for (int place = 0; place < shelf.entries().size(); place++) {
            data.add(TraceSection.data(
                    GraphShelf.element(place), shelf.entries().get(place).json()));
        }
        return Html.lines(List.of(SECTION.fill(Map.of("data", Html.lines(data))), leftOut(shelf)));
    }

    private static Html leftOut(GraphShelf shelf) {
        return shelf.leftOut().isEmpty()
                ? Html.NOTHING
                : LEFT_OUT.fill(Map.of("names", Html.text(String.join(", ", shelf.leftOut()))));
    }
}
