package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The shortest build that contains a check. Immutable. */
public enum Phase {
    /** Part of {@code mvn test}, and so of {@code mvn verify}. */
    TEST,
    /** Part of {@code mvn verify} only. */
    VERIFY;

    /** The phase as written in files. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The phase that is written as {@code word}.
     *
     * @throws IllegalArgumentException if no phase is written so
     */
    @JsonCreator
    public static Phase parse(String word) {
        return switch (word) {
            case "test" -> TEST;
            case "verify" -> VERIFY;
            default -> throw new IllegalArgumentException("unknown phase '" + word + "', not one of: test, verify");
        };
    }
}
