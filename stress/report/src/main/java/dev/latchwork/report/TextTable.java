package dev.latchwork.report;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows of text in columns of a fixed width, two blanks apart; what does not fit is cut and marked. Immutable.
 *
 * @param columns from left to right
 */
record TextTable(List<Column> columns) {
    private static final String GAP = "  ";
    private static final String CUT = "...";

    /**
     * A column.
     *
     * @param width in characters, at least 4
     * @param rightAligned for numbers
     */
    record Column(int width, boolean rightAligned) {
        static Column left(int width) {
            return new Column(width, false);
        }

        static Column right(int width) {
            return new Column(width, true);
        }

        private String lay(String text) {
            String line = text.lines().findFirst().orElse("");
            boolean fits = line.equals(text) && line.length() <= width;
            String shown = fits ? text : line.substring(0, Math.min(line.length(), width - CUT.length())) + CUT;
            String blanks = " ".repeat(width - shown.length());
            return rightAligned ? blanks + shown : shown + blanks;
        }
    }

    /** Characters in the longest row. */
    int width() {
        return columns.stream().mapToInt(Column::width).sum() + GAP.length() * (columns.size() - 1);
    }

    /** One row, without blanks at its end. */
    String row(List<String> cells) {
        List<String> laid = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            laid.add(columns.get(i).lay(cells.get(i)));
        }
        return String.join(GAP, laid).stripTrailing();
    }
}
