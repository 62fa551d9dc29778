package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {
    private static final TextTable TABLE = new TextTable(List.of(TextTable.Column.left(8), TextTable.Column.right(6)));

    /** Text fills its column from its side. Kills: numbers that do not stand below each other. */
    @Test
    void row_whenTextFits_thenAligned() {
        assertEquals("one          2.0", TABLE.row(List.of("one", "2.0")));
    }

    /** Text that just fits is not cut. Kills: a limit that is off by one. */
    @Test
    void row_whenTextFillsItsColumn_thenWhole() {
        assertEquals("12345678  123456", TABLE.row(List.of("12345678", "123456")));
    }

    /** Text that is cut says so. Kills: a property that reads as another one. */
    @Test
    void row_whenTextTooLong_thenCutAndMarked() {
        assertEquals("12345...  123...", TABLE.row(List.of("123456789", "1234567")));
    }

    /** A second line never tears the table. Kills: a property with a line break. */
    @Test
    void row_whenTextHasTwoLines_thenFirstLineMarked() {
        assertEquals("one...         x", TABLE.row(List.of("one\ntwo", "x")));
    }
}
