package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
    /** Text cannot leave its place, whatever it says. Kills: a character that is not escaped. */
    @Test
    void fill_whenTextHasMarkup_thenEscaped() {
        assertEquals(
                "<p title=\"&lt;b&gt;&amp;&quot;&#39;\">&lt;b&gt;&amp;&quot;&#39;</p>",
                Template.of("<p title=\"{{text}}\">{{text}}</p>")
                        .fill(Map.of("text", Html.text("<b>&\"'")))
                        .toString());
    }

    /** Text that looks like a place or a group is text. Kills: a second round of filling, and $1 taken for a group. */
    @Test
    void fill_whenTextLooksLikeAPlace_thenStaysText() {
        assertEquals(
                "{{b}} $1 \\ 2",
                Template.of("{{a}} {{b}}")
                        .fill(Map.of("a", Html.text("{{b}} $1 \\"), "b", Html.text("2")))
                        .toString());
    }

    /** A place without a value is an error. Kills: a page with holes. */
    @Test
    void fill_whenPlaceWithoutValue_thenError() {
        assertEquals(
                "places [a, b] cannot be filled with [a]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Template.of("{{a}} {{b}}").fill(Map.of("a", Html.NOTHING)))
                        .getMessage());
    }

    /** A value without a place is an error. Kills: a verdict that is computed and not shown. */
    @Test
    void fill_whenValueWithoutPlace_thenError() {
        assertEquals(
                "places [a] cannot be filled with [a, b]",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Template.of("{{a}}").fill(Map.of("a", Html.NOTHING, "b", Html.NOTHING)))
                        .getMessage());
    }
}
