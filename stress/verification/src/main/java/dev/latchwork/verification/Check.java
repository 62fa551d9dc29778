package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.regex.Pattern;

/**
 * One entry of the catalogue: a property, what it is judged on, by what means, and what must come out. Immutable.
 *
 * @param id slash-separated, the harness first, such as {@code jqwik/ModelInvariants/reference}
 * @param property the property's name, or what it says in a sentence
 * @param subject {@code reference}, a variant ({@code seed-A}, {@code postgres-18}) or a mutant's id
 * @param harness the means
 * @param expected {@link Outcome#HELD} or {@link Outcome#VIOLATED}
 * @param phase the shortest build that contains the check
 * @param replay the command that runs this check alone, from the project's root
 */
public record Check(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String property,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) Harness harness,
        @JsonProperty(required = true) Outcome expected,
        @JsonProperty(required = true) Phase phase,
        @JsonProperty(required = true) String replay) {

    /** A word is also a file name, so it cannot climb out of the report's folder. */
    private static final String WORD = "[A-Za-z0-9_][A-Za-z0-9_.-]*";

    private static final Pattern SUBJECT = Pattern.compile(WORD);
    private static final Pattern ID = Pattern.compile(WORD + "(/" + WORD + ")+");

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if a field is blank, the id is malformed or does not begin with the harness, or
     *     the expectation is neither held nor violated
     */
    public Check {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("check '" + id + "': an id is two or more words of letters, digits, '_',"
                    + " '.' and '-', joined by '/'");
        }
        if (!id.startsWith(harness.word() + "/")) {
            throw new IllegalArgumentException("check '" + id + "': the id must begin with '" + harness + "/'");
        }
        if (!SUBJECT.matcher(subject).matches()) {
            throw new IllegalArgumentException("check '" + id + "': the subject '" + subject + "' is not one word");
        }
        if (property.isBlank() || replay.isBlank()) {
            throw new IllegalArgumentException("check '" + id + "': property and replay must not be blank");
        }
        if (expected != Outcome.HELD && expected != Outcome.VIOLATED) {
            throw new IllegalArgumentException(
                    "check '" + id + "': expected must be held or violated, not '" + expected + "'");
        }
    }
}
