package dev.latchwork.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the benchmarks of this build measured, as bars. Stateless. */
final class BenchmarkSection {
    /** The kind of coverage that has it. */
    static final String KIND = "benchmarks";

    private static final int ROW = 24;
    private static final int LABELS = 330;
    private static final int BARS = 380;
    private static final int WIDTH = 800;

    private static final Template SECTION = Template.of("""
            <p class="faint">{{caveat}}</p>
            {{plots}}
            """);

    private static final Template PLOT = Template.of("""
            <h3>{{title}}</h3>
            <svg class="plot" viewBox="0 0 {{width}} {{height}}" role="img" aria-label="{{spoken}}">
            <line class="axis" x1="{{left}}" x2="{{left}}" y1="0" y2="{{height}}"/>
            {{bars}}
            </svg>
            """);

    private static final Template BAR = Template.of("""
            <text x="{{end}}" y="{{middle}}" text-anchor="end">{{engine}}</text>
            <rect class="{{kind}}" x="{{left}}" y="{{top}}" width="{{width}}" height="14"/>
            <text x="{{after}}" y="{{middle}}">{{value}}</text>
            """);

    private static final Html NONE = Html.trusted("<p>No benchmark was part of this build.</p>");

    /** A figure of one engine. */
    private record Figure(String engine, double value) {}

    private BenchmarkSection() {}

    static Html of(Map<String, Object> coverage) {
        if (!(coverage.get(KIND) instanceof Map<?, ?> benchmarks)
                || !(benchmarks.get("figures") instanceof Map<?, ?> figures)) {
            return NONE;
        }
        List<Html> plots = new ArrayList<>();
        figures.forEach((title, byEngine) -> plots.add(plot(title.toString(), figures((Map<?, ?>) byEngine))));
        return SECTION.fill(
                Map.of("caveat", Html.text(String.valueOf(benchmarks.get("of"))), "plots", Html.lines(plots)));
    }

    private static List<Figure> figures(Map<?, ?> byEngine) {
        List<Figure> figures = new ArrayList<>();
        byEngine.forEach((engine, value) -> figures.add(new Figure(engine.toString(), ((Number) value).doubleValue())));
        figures.sort(Comparator.comparing(Figure::value));
        return figures;
    }

    private static Html plot(String title, List<Figure> figures) {
        double most = figures.stream().mapToDouble(Figure::value).max().orElse(0);
        List<Html> bars = new ArrayList<>();
        StringBuilder spoken = new StringBuilder(title).append(": ");
        for (Figure figure : figures) {
            bars.add(bar(figure, most, bars.size() * ROW));
            spoken.append(figure.engine())
                    .append(' ')
                    .append(number(figure.value()))
                    .append("; ");
        }
        return PLOT.fill(Map.of(
                "title", Html.text(title),
                "width", Html.text(Integer.toString(WIDTH)),
                "height", Html.text(Integer.toString(figures.size() * ROW)),
                "left", Html.text(Integer.toString(LABELS)),
                "spoken", Html.text(spoken.toString().strip()),
                "bars", Html.lines(bars)));
    }

    private static Html bar(Figure figure, double most, int top) {
        long width = most == 0 ? 0 : Math.round(figure.value() / most * BARS);
        return BAR.fill(Map.of(
                "engine", Html.text(figure.engine()),
                "kind", Html.text(figure.engine().startsWith("worker method") ? "bar" : "peer"),
                "left", Html.text(Integer.toString(LABELS)),
                "end", Html.text(Integer.toString(LABELS - 8)),
                "top", Html.text(Integer.toString(top + 4)),
                "middle", Html.text(Integer.toString(top + 15)),
                "width", Html.text(Long.toString(width)),
                "after", Html.text(Long.toString(LABELS + width + 8)),
                "value", Html.text(number(figure.value()))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
