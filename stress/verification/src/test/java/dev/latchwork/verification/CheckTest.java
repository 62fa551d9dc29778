package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CheckTest {
    /** An id names a file below the report's folder, and nothing outside. Kills: an id that climbs out with "..". */
    @Test
    void new_whenIdIsNoPathOfWords_thenError() {
        for (String id : List.of("jqwik", "jqwik/", "jqwik/../x", "jqwik//x", "/jqwik/x", "jqwik/a b", "jqwik/.x")) {
            assertEquals(
                    "check '" + id
                            + "': an id is two or more words of letters, digits, '_', '.' and '-', joined by '/'",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Examples.check(id, "reference", Harness.JQWIK, Outcome.HELD))
                            .getMessage());
        }
    }

    /** Ids of two harnesses cannot collide. Kills: a check that writes over another harness's verdict. */
    @Test
    void new_whenIdBeginsWithAnotherHarness_thenError() {
        assertEquals(
                "check 'tlc/x': the id must begin with 'jqwik/'",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Examples.check("tlc/x", "reference", Harness.JQWIK, Outcome.HELD))
                        .getMessage());
    }

    /** Only an answer can be expected. Kills: a check that expects "unknown" and so is content with a budget spent. */
    @Test
    void new_whenExpectedIsNoAnswer_thenError() {
        for (Outcome outcome : List.of(Outcome.UNKNOWN, Outcome.NOT_RUN, Outcome.BROKEN)) {
            assertEquals(
                    "check 'unit/x': expected must be held or violated, not '" + outcome + "'",
                    assertThrows(
                                    IllegalArgumentException.class,
                                    () -> Examples.check("unit/x", "reference", Harness.UNIT, outcome))
                            .getMessage());
        }
    }

    /** A subject is one word. Kills: a subject with a typing error that no mutant's id equals. */
    @Test
    void new_whenSubjectIsNoWord_thenError() {
        assertEquals(
                "check 'unit/x': the subject 'M01 ' is not one word",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Examples.check("unit/x", "M01 ", Harness.UNIT, Outcome.HELD))
                        .getMessage());
    }

    /** A reader is always told what was judged and how to repeat it. Kills: a check without a replay command. */
    @Test
    void new_whenPropertyOrReplayBlank_thenError() {
        String message = "check 'unit/x': property and replay must not be blank";
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> withPropertyAndReplay(" ", "mvn test"))
                        .getMessage());
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> withPropertyAndReplay("nothing is lost", ""))
                        .getMessage());
    }

    private static Check withPropertyAndReplay(String property, String replay) {
        return new Check("unit/x", property, "reference", Harness.UNIT, Outcome.HELD, Phase.TEST, replay);
    }
}
