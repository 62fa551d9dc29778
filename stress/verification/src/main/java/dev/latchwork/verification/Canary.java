package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * An entry that is wrong on purpose, among the real ones: if the gate does not shut for it, the gate is what is broken.
 * Its check runs beside the others and its verdict goes the same way; what the gate says of it is taken out of the
 * findings at the end, and anything that it should have said and did not becomes a finding. Immutable.
 *
 * @param mutant the wrong entry
 * @param check the check on it, whose subject is the mutant
 * @param findings the kinds of what the gate must find, in the gate's words and order
 */
public record Canary(
        @JsonProperty(required = true) Mutant mutant,
        @JsonProperty(required = true) Check check,
        @JsonProperty(required = true) List<String> findings) {

    /**
     * Checks the entry.
     *
     * @throws IllegalArgumentException if the check is on another subject, or the gate would have nothing to find
     */
    public Canary {
        if (!check.subject().equals(mutant.id())) {
            throw new IllegalArgumentException("canary '" + mutant.id() + "': its check is on " + check.subject());
        }
        if (findings.isEmpty()) {
            throw new IllegalArgumentException("canary '" + mutant.id() + "': the gate would have nothing to find");
        }
        findings = List.copyOf(findings);
    }

    /** Whether a finding about {@code about}, the id of a check or of a mutant, is one about this canary. */
    public boolean isAbout(String about) {
        return about.equals(mutant.id()) || about.equals(check.id());
    }
}
