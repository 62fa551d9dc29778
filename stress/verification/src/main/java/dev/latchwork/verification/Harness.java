package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** An independent means of checking. The order is that of the reports. Immutable. */
public enum Harness {
    /** Plain unit tests. */
    UNIT,
    /** TLC on the specification. */
    TLC,
    /** The exhaustive explorer of the executable model. */
    MODEL,
    /** Inductive proofs over bit vectors. */
    PROOF,
    /** TLC's state graph, replayed on the shipped classes. */
    REPLAY,
    /** Recorded runs, judged by the specification. */
    TRACE,
    /** Lincheck. */
    LINCHECK,
    /** jcstress. */
    JCSTRESS,
    /** jqwik properties. */
    JQWIK,
    /** Real files under faults, with recorded histories. */
    NEMESIS;

    private final String word = name().toLowerCase(Locale.ROOT);

    /** The harness as written in files, ids and reports, such as {@code tlc}. */
    @JsonValue
    public String word() {
        return word;
    }

    /**
     * The harness that is written as {@code word}.
     *
     * @throws IllegalArgumentException if no harness is written so
     */
    @JsonCreator
    public static Harness parse(String word) {
        return Arrays.stream(values())
                .filter(harness -> harness.word.equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("unknown harness '" + word + "', not one of: "
                        + Arrays.stream(values()).map(Harness::word).collect(Collectors.joining(", "))));
    }

    @Override
    public String toString() {
        return word;
    }
}
