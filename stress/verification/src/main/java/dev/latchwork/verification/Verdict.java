package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import java.time.Instant;

/**
 * What came out of a check, with all that a reader needs to believe it or to repeat it. Immutable.
 *
 * @param id the check's id
 * @param property the check's property
 * @param subject the check's subject
 * @param harness the check's harness
 * @param expected what had to come out
 * @param outcome what came out; {@code verdict} in JSON
 * @param ok whether the outcome is as expected, with effort above zero
 * @param effort the work behind the outcome, with the seconds it took
 * @param witness a file that shows the outcome, relative to the report's folder, with forward slashes; or null
 * @param detail more to say about the outcome, in words; or null
 * @param started when the run began; null if the check did not run
 * @param build names the build that the run is part of; null outside of any
 * @param replay the command that runs the check alone
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Verdict(
        @JsonProperty(required = true) String id,
        @JsonProperty(required = true) String property,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) Harness harness,
        @JsonProperty(required = true) Outcome expected,
        @JsonProperty(value = "verdict", required = true) Outcome outcome,
        @JsonProperty(required = true) boolean ok,
        @JsonProperty(required = true) Effort effort,
        @JsonSetter(nulls = Nulls.SET) String witness,
        @JsonSetter(nulls = Nulls.SET) String detail,

        @JsonSetter(nulls = Nulls.SET)
        @JsonSerialize(using = ToStringSerializer.class)
        @JsonDeserialize(converter = InstantText.class)
        Instant started,

        @JsonSetter(nulls = Nulls.SET) String build,
        @JsonProperty(required = true) String replay) {

    /**
     * Refuses a verdict that calls itself as expected and is not, or the reverse.
     *
     * @throws IllegalArgumentException if {@code ok} contradicts outcome, expectation and effort
     */
    public Verdict {
        if (ok != judge(expected, outcome, effort)) {
            throw new IllegalArgumentException("verdict '" + id + "' says ok: " + ok + ", yet expected " + expected
                    + ", verdict " + outcome + ", effort {" + effort + "}");
        }
    }

    /** The verdict {@code outcome} on {@code check}; {@code witness} and {@code detail} may be null. */
    static Verdict of(
            Check check, Outcome outcome, Effort effort, String witness, String detail, Instant started, String build) {
        return new Verdict(
                check.id(),
                check.property(),
                check.subject(),
                check.harness(),
                check.expected(),
                outcome,
                judge(check.expected(), outcome, effort),
                effort,
                witness,
                detail,
                started,
                build,
                check.replay());
    }

    /** The verdict on a check that did not run. */
    public static Verdict notRun(Check check) {
        return of(check, Outcome.NOT_RUN, Effort.none(), null, null, null, null);
    }

    private static boolean judge(Outcome expected, Outcome outcome, Effort effort) {
        return outcome == expected && effort.made();
    }

    /** In how many of its {@linkplain Effort#repeats() runs} the property was violated; 0 if no effort was made. */
    public long violatedRuns() {
        return effort.made() ? effort.violated(outcome) : 0;
    }

    /** Everything in words, one fact a line, the replay command last. */
    public String inWords() {
        StringBuilder words = new StringBuilder();
        words.append(id)
                .append(": expected ")
                .append(expected)
                .append(", verdict ")
                .append(outcome);
        if (outcome == expected && !ok) {
            words.append(", but no effort was made");
        }
        line(words, "property", property);
        line(words, "subject", subject);
        line(words, "effort", effort.entries().isEmpty() ? "none" : effort.toString());
        line(words, "detail", detail);
        line(words, "witness", witness);
        line(words, "replay", replay);
        return words.toString();
    }

    private static void line(StringBuilder words, String name, String value) {
        if (value != null) {
            words.append(String.format("%n  %-9s %s", name, value));
        }
    }

    /** Reads ISO-8601. */
    static final class InstantText extends StdConverter<String, Instant> {
        @Override
        public Instant convert(String text) {
            return Instant.parse(text);
        }
    }
}
