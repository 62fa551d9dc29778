package dev.latchwork.subject;

import static dev.latchwork.verification.Harness.LINCHECK;
import static dev.latchwork.verification.Harness.NEMESIS;
import static dev.latchwork.verification.Harness.REPLAY;
import static dev.latchwork.verification.Harness.TRACE;

import dev.latchwork.model.Variant;
import dev.latchwork.tla.binding.SubjectSteps;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** What a subject is put before, each in a JVM of its own: what it judges, by what, and for how long at most. */
enum Judge {
    /** Every reachable state of the steps, inside small bounds. */
    INVARIANTS(REPLAY, SubjectSteps.INVARIANTS, false),
    /** Every step, beside those of the variant that is claimed. */
    STEPS(REPLAY, List.of("Steps"), true),
    /** Batches, turns and exits under a controlled scheduler. */
    TURNS(LINCHECK, List.of("Turns", "WorkConserving"), false),
    /** A recorded run, event by event. */
    EVENTS(TRACE, List.of("Events"), true),
    /** Real files under every fault at once. */
    MIXED(NEMESIS, List.of("MixedIos"), false),
    /** The same at random settings. */
    RANDOM(NEMESIS, List.of("RandomPlans"), false);

    /** Far more than any judge takes on a busy machine: what reaches it does not end. */
    private static final Duration LIMIT = Duration.ofMinutes(8);

    private final Harness harness;

    @SuppressWarnings("ImmutableEnumChecker") // the lists are unmodifiable
    private final List<String> properties;

    private final boolean needsVariant;

    Judge(Harness harness, List<String> properties, boolean needsVariant) {
        this.harness = harness;
        this.properties = properties;
        this.needsVariant = needsVariant;
    }

    /** Whether it can judge a subject that claims this variant, or none (an empty string). */
    boolean canJudge(String variant) {
        // Recorded runs do not tell who is under way, which the exact accounting counts.
        return !needsVariant || !(variant.isEmpty() || (this == EVENTS && variant.equals(Variant.EXACT.name())));
    }

    /** How long it may take. */
    Duration limit() {
        return LIMIT;
    }

    /** Options of its JVM. */
    List<String> options() {
        // Lincheck instruments classes anew for every search: C2 would compile what is thrown away.
        return harness == LINCHECK
                ? List.of("-Xmx1g", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1")
                : List.of("-Xmx2500m");
    }

    /** What it says about a subject. */
    List<Check> checks(Brief brief) {
        return properties.stream().map(property -> check(property, brief)).toList();
    }

    /** One of them. */
    Check check(String property, Brief brief) {
        return new Check(
                harness + "/" + property + "/" + brief.name(),
                property,
                brief.name(),
                harness,
                brief.givesUp().contains(property) ? Outcome.VIOLATED : Outcome.HELD,
                Phase.VERIFY,
                brief.replay() + " --only " + word() + "\"");
    }

    /** The judge as it is named on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
