package dev.latchwork.verification.timeline;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first line of a trace: what it is of. Immutable.
 *
 * @param format {@link #FORMAT}
 * @param id that of the check whose trace it is
 * @param source who wrote it
 * @param subject what was run: {@code reference}, a variant or a mutant
 * @param property the property in question
 * @param module the module whose actions the steps are, such as {@code WorkerMethod}; null if they are no actions
 * @param unit what {@code begin} and {@code end} of a step count: {@code step}, {@code ticket} or {@code ns}
 * @param actors who takes the steps, in the order in which they are to be shown
 * @param initial the variables before the first step; empty if they are not known
 * @param bad where it goes wrong; null if it does not
 * @param order an order of the steps, by their numbers, that explains as many of them as any; null where nobody looked for one
 * @param leftOut what happened before or after and is not in the file; null if it is complete
 * @param replay the command that gives the trace again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TimelineHeader(
        @JsonProperty(value = "latchworkTrace", required = true)
        int format,

        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) TimelineSource source,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) String property,
        @JsonSetter(nulls = Nulls.SET) String module,
        @JsonProperty(required = true) String unit,
        @JsonProperty(required = true) List<String> actors,
        @JsonProperty(required = true) Map<String, String> initial,
        @JsonSetter(nulls = Nulls.SET) BadStep bad,
        @JsonSetter(nulls = Nulls.SET) Order order,
        @JsonSetter(nulls = Nulls.SET) String leftOut,
        @JsonProperty(required = true) String replay) {

    /** The format's version; rises when an old reader would misunderstand. */
    public static final int FORMAT = 1;

    /** The trace has no time but the order of its steps. */
    public static final String STEPS = "step";

    /** Numbers of one counter, drawn before and after each step. */
    public static final String TICKETS = "ticket";

    /** Nanoseconds since the first step began. */
    public static final String NANOSECONDS = "ns";

    /**
     * An attempt to put concurrent steps one after another.
     *
     * @param taken the steps of the longest attempt, by number, in its order
     * @param rejected the steps that could have come next and were refused, by number, each with the reason
     */
    public record Order(
            @JsonProperty(required = true) List<Integer> taken,
            @JsonProperty(required = true) List<BadStep> rejected) {
        /** Copies the lists. */
        public Order {
            taken = List.copyOf(taken);
            rejected = List.copyOf(rejected);
        }
    }

    /** Copies the collections. */
    public TimelineHeader {
        if (format != FORMAT) {
            throw new IllegalArgumentException("format " + format + " is not " + FORMAT);
        }
        if (!List.of(STEPS, TICKETS, NANOSECONDS).contains(unit)) {
            throw new IllegalArgumentException("no unit of time: " + unit);
        }
        actors = List.copyOf(actors);
        initial = Collections.unmodifiableMap(new LinkedHashMap<>(initial));
    }

    /** The same trace, which goes wrong elsewhere. */
    public TimelineHeader withBad(BadStep other) {
        return new TimelineHeader(
                format, id, source, subject, property, module, unit, actors, initial, other, order, leftOut, replay);
    }
}
