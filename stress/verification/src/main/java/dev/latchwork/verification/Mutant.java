package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A seeded fault, and the harnesses that must notice it. Immutable.
 *
 * @param id {@code M} and at least two digits, or {@code seed-A} to {@code seed-E} for the natural mutants, which the patch
 *     really had, or {@code canary-} and words for one of a {@link Canary}; {@code mutant} in JSON
 * @param area what the mistake is made in
 * @param title the mistake, in one sentence
 * @param equivalent whether no check can tell it from the reference; then nobody is expected to kill it
 * @param expectedKillers the harnesses of which at least one check must be violated by this mutant, in report order
 */
public record Mutant(
        @JsonProperty(value = "mutant", required = true) String id,
        @JsonProperty(required = true) Area area,
        @JsonProperty(required = true) String title,
        @JsonProperty(required = true) boolean equivalent,
        @JsonProperty(required = true) List<Harness> expectedKillers) {

    private static final Pattern ID = Pattern.compile("M[0-9]{2,}|seed-[A-E]|canary-[a-z-]+");

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if the id is malformed, the title is blank, a killer is named twice, or an
     *     equivalent mutant names one
     */
    public Mutant {
        if (!isId(id)) {
            throw new IllegalArgumentException("mutant '" + id
                    + "': an id is 'M' and at least two digits, seed-A to seed-E, or 'canary-' and words");
        }
        if (title.isBlank()) {
            throw new IllegalArgumentException("mutant '" + id + "': the title must not be blank");
        }
        if (Set.copyOf(expectedKillers).size() < expectedKillers.size()) {
            throw new IllegalArgumentException("mutant '" + id + "': an expected killer is named twice");
        }
        if (equivalent && !expectedKillers.isEmpty()) {
            throw new IllegalArgumentException(
                    "mutant '" + id + "': an equivalent mutant has no expected killer, yet names " + expectedKillers);
        }
        expectedKillers = expectedKillers.stream().sorted().toList();
    }

    /** Whether {@code subject} has the form of a mutant's id. */
    public static boolean isId(String subject) {
        return ID.matcher(subject).matches();
    }
}
