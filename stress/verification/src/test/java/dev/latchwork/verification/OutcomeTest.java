package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomeTest {
    /** The words are those of the file format. Kills: "not_run" for "not run". */
    @Test
    void word_whenAnyOutcome_thenAsInTheFileFormat() {
        assertEquals(
                List.of("held", "violated", "unknown", "not run", "broken"),
                Arrays.stream(Outcome.values()).map(Outcome::word).toList());
    }

    /** Every word is read back as the outcome that it was written for. Kills: a parser that confuses two outcomes. */
    @Test
    void parse_whenWordOfAnOutcome_thenThatOutcome() {
        for (Outcome outcome : Outcome.values()) {
            assertEquals(outcome, Outcome.parse(outcome.word()));
        }
    }

    /** A word that is none names itself and the alternatives. Kills: a parser with a default. */
    @Test
    void parse_whenUnknownWord_thenErrorNamesTheWords() {
        assertEquals(
                "unknown outcome 'passed', not one of: held, violated, unknown, not run, broken",
                assertThrows(IllegalArgumentException.class, () -> Outcome.parse("passed"))
                        .getMessage());
    }
}
