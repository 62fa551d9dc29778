package dev.latchwork.report;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Harness;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** The matrix mutant x harness as a table. Stateless. */
final class MatrixSection {
    private static final Template TABLE = Template.of("""
            <div class="scroll" role="region" aria-labelledby="mutants" tabindex="0">
            <table role="table">
            <caption>✓ k/n: killed in k of n runs; survived: the harness looked, and is known not to see it; * expected
            killer; nothing: not applicable, the harness has no check that could see it. {{time}}</caption>
            <thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">mutant</th>{{heads}}</tr></thead>
            {{areas}}
            </table>
            </div>
            """);

    private static final Template HEAD = Template.of("<th role=\"columnheader\" scope=\"col\">{{harness}}</th>");

    private static final Template AREA = Template.of("""
            <tbody role="rowgroup">
            <tr role="row" class="area"><th role="rowheader" scope="rowgroup" colspan="{{columns}}">{{area}}</th></tr>
            {{rows}}
            </tbody>
            """);

    private static final Template ROW = Template.of("""
            <tr role="row"><th role="rowheader" scope="row"><code>{{mutant}}</code> {{title}}</th>
            {{cells}}</tr>
            """);

    private static final Template CELL = Template.of("""
            <td role="cell" data-label="{{harness}}" class="{{tone}}">{{content}}</td>
            """);

    private static final Template MARK = Template.of("<span class=\"mark\">{{mark}} {{words}}</span>");

    private static final Template OPENING = Template.of("""
            <details><summary>{{mark}}</summary>{{details}}</details>
            """);

    private static final Html EMPTY_CELL = Html.trusted("<td role=\"cell\" class=\"none\"></td>");

    private static final Html NONE = Html.trusted("<p>The catalogue has no mutant.</p>");

    private static final Template CANARIES = Template.of("""
            <h3>Canaries</h3>
            <p>Entries that are wrong on purpose, among the others. The gate must shut for each; that it did is not held
            against this build.</p>
            <ul class="findings">
            {{items}}
            </ul>
            """);

    private static final Template CANARY = Template.of("""
            <li class="{{tone}}"><span class="mark">{{mark}}</span> {{title}}<br>{{found}}</li>
            """);

    private MatrixSection() {}

    static Html of(List<MatrixRow> matrix, List<Harness> harnesses, double seconds) {
        if (matrix.isEmpty()) {
            return NONE;
        }
        return TABLE.fill(Map.of(
                "time", Html.text(Labels.matrixTime(seconds)),
                "heads", Html.lines(harnesses.stream().map(MatrixSection::head).toList()),
                "areas",
                        Html.lines(Arrays.stream(Area.values())
                                .map(area -> area(area, matrix, harnesses))
                                .toList())));
    }

    private static Html area(Area area, List<MatrixRow> matrix, List<Harness> harnesses) {
        List<MatrixRow> rows = matrix.stream().filter(row -> row.area() == area).toList();
        return rows.isEmpty()
                ? Html.NOTHING
                : AREA.fill(Map.of(
                        "columns", Html.text(String.valueOf(harnesses.size() + 1)),
                        "area", Html.text(area.words()),
                        "rows",
                                Html.lines(rows.stream()
                                        .map(row -> row(row, harnesses))
                                        .toList())));
    }

    /** The entries that are wrong on purpose, and whether the gate shut for them; nothing without any. */
    static Html canaries(List<CanaryResult> canaries) {
        return canaries.isEmpty()
                ? Html.NOTHING
                : CANARIES.fill(Map.of(
                        "items",
                        Html.lines(canaries.stream().map(MatrixSection::canary).toList())));
    }

    private static Html canary(CanaryResult canary) {
        return CANARY.fill(Map.of(
                "tone", Html.text(canary.ok() ? "good" : "bad"),
                "mark", Html.text(canary.ok() ? "✓ shut" : "✗ NOT SHUT AS IT MUST"),
                "title", Html.text(canary.title()),
                "found",
                        Html.text("found: "
                                + (canary.found().isEmpty() ? "nothing" : String.join(", ", canary.found())))));
    }

    private static Html head(Harness harness) {
        return HEAD.fill(Map.of("harness", Html.text(harness.word())));
    }

    private static Html row(MatrixRow row, List<Harness> harnesses) {
        return ROW.fill(Map.of(
                "mutant", Html.text(row.mutant()),
                "title", Html.text(row.equivalent() ? row.title() + " (equivalent)" : row.title()),
                "cells",
                        Html.lines(harnesses.stream()
                                .map(harness -> cell(harness, row.cells().get(harness)))
                                .toList())));
    }

    private static Html cell(Harness harness, MatrixCell cell) {
        if (cell == null) {
            return EMPTY_CELL;
        }
        Html mark = MARK.fill(Map.of(
                "mark", Html.text(cell.failed() ? "✗" : cell.killed() > 0 ? "✓" : "–"),
                "words", Html.text(words(cell))));
        String details = details(cell);
        return CELL.fill(Map.of(
                "harness", Html.text(harness.word()),
                "tone", Html.text(cell.failed() ? "bad" : cell.killed() > 0 ? "good" : "plain"),
                "content",
                        details.isEmpty() ? mark : OPENING.fill(Map.of("mark", mark, "details", Html.text(details)))));
    }

    private static String words(MatrixCell cell) {
        String expected = cell.expected() ? " *" : "";
        if (cell.of() == 0) {
            return (cell.expected() ? "no check" : "survived") + expected;
        }
        return (cell.killed() > 0 ? "" : "survived ") + cell.killed() + "/" + cell.of() + expected;
    }

    private static String details(MatrixCell cell) {
        String spent = cell.of() == 0 ? "" : cell.property() + ", " + Labels.seconds(OptionalDouble.of(cell.seconds()));
        String blind = cell.blind() == 0 ? "" : cell.blind() + " known not to see it";
        return spent + (spent.isEmpty() || blind.isEmpty() ? "" : "; ") + blind;
    }
}
