package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Collectors;

/**
 * The work that stands behind an {@link Outcome}: named numbers (states, interleavings, samples, operations) and named
 * settings (seed, bounds), in the order in which they were given. Immutable.
 *
 * <p>The first entry is the <em>measure</em>: it alone decides whether work was {@linkplain #made() made}. So neither a
 * seed nor a bound, which are above zero without any work, can stand in for a harness that ran nothing.
 */
public final class Effort {
    /** The name under which a run's wall-clock time is written; {@link CheckRun} measures it, nobody else gives it. */
    static final String SECONDS = "seconds";

    /** A setting also where it is a number: what was made random, and not how much. */
    private static final String SEED = "seed";

    private static final String REPEATS = "repeats";
    private static final String VIOLATED = "violated";

    private static final Effort NONE = new Effort(Map.of());

    private final Map<String, Object> entries;

    private Effort(Map<String, Object> entries) {
        this.entries = Collections.unmodifiableMap(entries);
    }

    /** No work at all, as of a check that did not run or broke at once. */
    public static Effort none() {
        return NONE;
    }

    /**
     * Effort with the measure {@code number} (at least 0) of {@code name}.
     *
     * @throws IllegalArgumentException if the number is negative, or the name is blank or {@code seconds}
     */
    public static Effort of(String name, long number) {
        return NONE.with(given(name), count(name, number));
    }

    /**
     * This effort and {@code number} (at least 0) of {@code name}.
     *
     * @throws IllegalArgumentException if the number is negative, or the name is blank, given already or
     *     {@code seconds}
     */
    public Effort and(String name, long number) {
        return with(given(name), count(name, number));
    }

    /**
     * This effort and {@code number} (finite, at least 0) of {@code name}.
     *
     * @throws IllegalArgumentException if the number is negative or not finite, or the name is blank, given already or
     *     {@code seconds}
     */
    public Effort and(String name, double number) {
        return with(given(name), amount(name, number));
    }

    /**
     * This effort and the setting {@code name}, such as a seed or a bound.
     *
     * @throws IllegalArgumentException if the name is blank, given already or {@code seconds}, or this effort has no
     *     measure yet
     */
    public Effort and(String name, String setting) {
        if (entries.isEmpty()) {
            throw new IllegalArgumentException("effort begins with a number, not with the setting '" + name + "'");
        }
        return with(given(name), Objects.requireNonNull(setting, name));
    }

    /**
     * This effort, made in {@code repeats} (at least 1) independent runs of the same check, of which {@code violated} (0
     * to {@code repeats}) saw the property violated. A check that samples says so of a mutant: one kill may be luck.
     *
     * @throws IllegalArgumentException if a number is out of its range, or this effort says so already
     */
    public Effort repeated(long violated, long repeats) {
        if (repeats < 1 || violated < 0 || violated > repeats) {
            throw new IllegalArgumentException(
                    "effort 'violated' must be 0 to the repeats, which are at least 1: " + violated + " of " + repeats);
        }
        return and(REPEATS, repeats).and(VIOLATED, violated);
    }

    /** The independent runs of the check; 1 unless {@link #repeated}. */
    public long repeats() {
        return entries.get(REPEATS) instanceof Long repeats ? repeats : 1;
    }

    /** The runs in which the property was violated, if the effort says so; else those of a check that ran once. */
    long violated(Outcome outcome) {
        long once = outcome == Outcome.VIOLATED ? 1 : 0;
        return entries.get(REPEATS) instanceof Long && entries.get(VIOLATED) instanceof Long violated ? violated : once;
    }

    /** This effort and the wall-clock time that it took, in seconds. */
    Effort took(double seconds) {
        return with(SECONDS, amount(SECONDS, seconds));
    }

    /** Whether the measure is above zero. */
    public boolean made() {
        return entries.entrySet().stream()
                .findFirst()
                .filter(first -> !first.getKey().equals(SECONDS))
                .map(first -> first.getValue() instanceof Number number && number.doubleValue() > 0)
                .orElse(false);
    }

    /** Wall-clock time in seconds; empty before the run has finished. */
    public OptionalDouble seconds() {
        return entries.get(SECONDS) instanceof Number number
                ? OptionalDouble.of(number.doubleValue())
                : OptionalDouble.empty();
    }

    /** All entries, the measure first; values are {@link Long}, {@link Double} or {@link String}. Unmodifiable. */
    @JsonValue
    public Map<String, Object> entries() {
        return entries;
    }

    @JsonCreator
    static Effort parse(Map<String, Object> written) {
        Effort effort = NONE;
        for (Map.Entry<String, Object> entry : written.entrySet()) {
            String name = entry.getKey();
            if (name.equals(SECONDS) && entry.getValue() instanceof Number seconds) {
                effort = effort.took(seconds.doubleValue());
            } else if (entry.getValue() instanceof Double number) {
                effort = effort.and(name, number.doubleValue());
            } else if (entry.getValue() instanceof Integer || entry.getValue() instanceof Long) {
                effort = effort.and(name, ((Number) entry.getValue()).longValue());
            } else if (entry.getValue() instanceof String setting) {
                effort = effort.and(name, setting);
            } else {
                throw new IllegalArgumentException(
                        "effort '" + name + "' is neither a number nor a string: " + entry.getValue());
            }
        }
        return effort;
    }

    private Effort with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(entries);
        if (more.put(name, value) != null) {
            throw new IllegalArgumentException("effort '" + name + "' is given twice");
        }
        return new Effort(more);
    }

    private static String given(String name) {
        if (name.isBlank()) {
            throw new IllegalArgumentException("effort without a name");
        }
        if (name.equals(SECONDS)) {
            throw new IllegalArgumentException("effort 'seconds' is measured by the run, not given to it");
        }
        return name;
    }

    private static Long count(String name, long number) {
        if (number < 0) {
            throw new IllegalArgumentException("effort '" + name + "' is negative: " + number);
        }
        return number;
    }

    private static Double amount(String name, double number) {
        if (!Double.isFinite(number) || number < 0) {
            throw new IllegalArgumentException("effort '" + name + "' is negative or not finite: " + number);
        }
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Effort effort && entries.equals(effort.entries);
    }

    @Override
    public int hashCode() {
        return entries.hashCode();
    }

    /** The entries in words without the time, such as {@code 18,149 states, seed 42}; empty when there are none. */
    public String work() {
        return entries.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(SECONDS))
                .map(entry -> inWords(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** The entries in words, such as {@code 18,149 states, seed 42, 4.2 s}; empty when there are none. */
    @Override
    public String toString() {
        return entries.entrySet().stream()
                .map(entry -> inWords(entry.getKey(), entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String inWords(String name, Object value) {
        if (value instanceof String || name.equals(SEED)) {
            return name + " " + value;
        }
        String number = value instanceof Double amount
                ? String.format(Locale.ROOT, "%,.1f", amount)
                : String.format(Locale.ROOT, "%,d", ((Number) value).longValue());
        return number + " " + (name.equals(SECONDS) ? "s" : name);
    }
}
