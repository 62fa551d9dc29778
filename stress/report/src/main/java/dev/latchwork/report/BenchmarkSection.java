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

    private static final Template SECTION = Template.of("""
            <p class="faint">{{caveat}}</p>
            {{plots}}
            """);

    private static final Template PLOT = Template.of("""
            <h3>{{title}}</h3>
            <ul class="bars" aria-label="{{title}}">
            {{bars}}
            </ul>
            """);

    /** An attribute and no style tells the width: the page's policy allows no style but its own. */
    private static final Template BAR = Template.of("""
            <li><span>{{engine}}</span>
            <svg viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true"><rect class="{{kind}}" width="{{width}}" height="1"/></svg>
            <span>{{value}}</span></li>
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
        return PLOT.fill(Map.of(
                "title", Html.text(title),
                "bars",
                        Html.lines(figures.stream()
                                .map(figure -> bar(figure, most))
                                .toList())));
    }

    private static Html bar(Figure figure, double most) {
        double width = most == 0 ? 0 : 100 * figure.value() / most;
        return BAR.fill(Map.of(
                "engine", Html.text(figure.engine()),
                "kind", Html.text(figure.engine().startsWith("worker method") ? "bar" : "peer"),
                "width", Html.text(String.format(Locale.ROOT, "%.1f", width)),
                "value", Html.text(number(figure.value()))));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }
}
