package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a check found out about its property. Immutable. */
public enum Outcome {
    /** The property held in everything that was looked at. */
    HELD,
    /** The property was seen to fail. */
    VIOLATED,
    /** The budget ended before an answer. */
    UNKNOWN,
    /** The check did not run. */
    NOT_RUN,
    /** The harness itself failed, so nothing can be said about the property. */
    BROKEN;

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', ' ');

    /** The outcome as written in files and reports, such as {@code not run}. */
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The outcome that is written as {@code word}.
     *
     * @throws IllegalArgumentException if no outcome is written so
     */
    @JsonCreator
    public static Outcome parse(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown outcome '" + word + "', not one of: "
                        + Arrays.stream(values()).map(Outcome::word).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return word;
    }
}
