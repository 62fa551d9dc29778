package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of each check that holds it is known what makes it fail. */
class ShownToFailTest {
    private static final Catalogue CATALOGUE = Catalogue.load(Path.of(System.getProperty("latchwork.root")));

    /**
     * Checks that no violated check of the catalogue shows to be able to fail.
     *
     * @param checks their ids without the last word
     * @param how what shows it instead
     */
    private record Elsewhere(
            @JsonProperty(required = true) String checks,
            @JsonProperty(required = true) String how) {}

    /**
     * A check on the reference or a variant has a sibling that expects a violation, or one of the same harness and property
     * does, or {@code shown-elsewhere.json} says what shows it. Kills: a check that cannot fail, and that nobody misses.
     */
    @Test
    void checks_whenExpectedToHold_thenShownAbleToFail() throws IOException {
        Set<String> unshown = CATALOGUE.checks().stream()
                .filter(check -> check.expected() == Outcome.HELD && !Mutant.isId(check.subject()))
                .filter(check -> CATALOGUE.checks().stream().noneMatch(other -> shows(other, check)))
                .map(ShownToFailTest::group)
                .collect(Collectors.toCollection(TreeSet::new));

        List<Elsewhere> elsewhere = elsewhere();
        assertTrue(elsewhere.stream().noneMatch(entry -> entry.how().isBlank()), elsewhere.toString());
        assertEquals(elsewhere.stream().map(Elsewhere::checks).collect(Collectors.toCollection(TreeSet::new)), unshown);
    }

    private static boolean shows(Check other, Check check) {
        return other.expected() == Outcome.VIOLATED
                && other.harness() == check.harness()
                && (other.property().equals(check.property()) || other.id().startsWith(group(check) + "/"));
    }

    private static String group(Check check) {
        return check.id().substring(0, check.id().lastIndexOf('/'));
    }

    private static List<Elsewhere> elsewhere() throws IOException {
        try (InputStream stream = ShownToFailTest.class.getResourceAsStream("/shown-elsewhere.json")) {
            return Json.reader().readValue(stream, new TypeReference<>() {});
        }
    }
}
