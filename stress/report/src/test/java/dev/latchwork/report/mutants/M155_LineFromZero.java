package dev.latchwork.report.mutants;

/** A line that was counted from 0. */
public final class M155_LineFromZero {
    private M155_LineFromZero() {}

    public static int of(int line) {
        return line - 1;
    }
}
