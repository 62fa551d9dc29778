package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class NemesisSectionTest {
    private static String section(Map<String, Object> row) {
        return NemesisSection.of(Map.of(NemesisSection.KIND, Map.of("FULL_QUEUE", row)))
                .toString();
    }

    /** A row says what acted and what was judged, and nothing of what did not happen. Kills: a fault that acted, as text, and did not. */
    @Test
    void of_whenAPlanHeld_thenOnlyWhatHappened() {
        String html = section(Map.of(
                "verdict",
                "held",
                "ios",
                200_078,
                "interrupts",
                304,
                "slowTransfers",
                0,
                "registers",
                2146,
                "seconds",
                0.8));

        assertTrue(html.contains("200,078"), html);
        assertTrue(html.contains("\">304 interrupts</td>"), html);
        assertTrue(html.contains("2,146 registers"), html);
        assertFalse(html.contains("slow"), html);
        assertTrue(html.contains("class=\"good\""), html);
    }

    /** Kills: a plan that failed among those that held. */
    @Test
    void of_whenAPlanWasViolated_thenItsRowSaysSo() {
        String html = section(Map.of("verdict", "violated", "ios", 1, "seconds", 0.1));

        assertTrue(html.contains("class=\"bad\"><span class=\"mark\">✗ violated"), html);
    }

    @Test
    void of_whenNothingWasRecorded_thenSaysSo() {
        assertEquals(
                "<p>No history was recorded in this build.</p>",
                NemesisSection.of(Map.of()).toString());
    }

    /** Sums stand before the tables. Kills: a sum over one of the graphs alone, a sum that is
     * counted as a graph. */
    @Test
    void coverage_whenReplayed_thenTheSumOverAllGraphs() {
        String html = CoverageSection.of(Map.of(
                        "replay",
                        Map.of(
                                "one", Map.of("transitions", 8071, "covered", 8071),
                                "two", Map.of("transitions", 19151, "covered", 19150),
                                "transitions", 27_222)))
                .toString();

        assertTrue(
                html.contains(
                        "Replay: 27,221 of 27,222 transitions of 2 of the specification&#39;s graphs were taken on threads."),
                html);
    }
}
