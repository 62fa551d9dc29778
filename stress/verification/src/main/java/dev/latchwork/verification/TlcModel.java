package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.stream.Stream;

/**
 * One entry of the TLC manifest: a configuration file, what TLC must say about it, and the exact size of its state
 * graph. Immutable.
 *
 * @param cfg the configuration file's name without its ending
 * @param module the module that it configures
 * @param subject {@code reference}, a variant or a mutant's id
 * @param expected {@link Outcome#HELD} or {@link Outcome#VIOLATED}
 * @param properties the properties that are judged; one only when a violation is expected, since TLC stops at the first
 * @param mutant whether the subject is a mutant of the specification
 * @param phase the shortest build that contains the model
 * @param workers TLC's worker threads, at least 1
 * @param exit TLC's exit status
 * @param distinct distinct states
 * @param diameter depth of the state graph
 * @param seconds wall-clock time of one run, TLC's start included, on a machine that others may have used; informative
 * @param comment what the model is for
 */
public record TlcModel(
        @JsonProperty(required = true) String cfg,
        @JsonProperty(required = true) String module,
        @JsonProperty(required = true) String subject,
        @JsonProperty(required = true) Outcome expected,
        @JsonProperty(required = true) List<String> properties,
        @JsonProperty(required = true) boolean mutant,
        @JsonProperty(required = true) Phase phase,
        @JsonProperty(required = true) int workers,
        @JsonProperty(required = true) int exit,
        @JsonProperty(required = true) long distinct,
        @JsonProperty(required = true) int diameter,
        @JsonProperty(required = true) double seconds,
        @JsonProperty(required = true) String comment) {

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if no property is named, or several where a violation is expected, or the
     *     subject and the mark of a mutant contradict each other
     */
    public TlcModel {
        properties = List.copyOf(properties);
        if (properties.isEmpty()) {
            throw new IllegalArgumentException("model '" + cfg + "': no property");
        }
        if (expected == Outcome.VIOLATED && properties.size() > 1) {
            throw new IllegalArgumentException("model '" + cfg + "': TLC stops at the first violation, so a model that"
                    + " expects one names exactly the property that is violated, not " + properties);
        }
        if (mutant != Mutant.isId(subject)) {
            throw new IllegalArgumentException(
                    "model '" + cfg + "': mutant is " + mutant + ", yet the subject is '" + subject + "'");
        }
    }

    /** The checks of this model, one for each property. */
    Stream<Check> checks() {
        return properties.stream()
                .map(property -> new Check(
                        Harness.TLC + "/" + cfg + "/" + property,
                        property,
                        subject,
                        Harness.TLC,
                        expected,
                        phase,
                        "mvn -pl tla -am verify -Dlatchwork.tlc.model=" + cfg));
    }
}
