package dev.latchwork.properties;

import dev.latchwork.verification.Outcome;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.Lifespan;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.Store;

/**
 * One violation may be luck: repeats a property that was violated, each time with another seed, and counts how often it is
 * violated again. What is reported of the property is its first run.
 */
final class Repeats implements AroundPropertyHook {
    /** How many repeats were made, and what came of them. */
    private record Count(int made, int violated, int tries) {}

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        PropertyExecutionResult first = property.execute();
        boolean seedGiven = context.attributes().seed().isPresent();
        Set<Optional<String>> seeds = new HashSet<>(Set.of(first.seed()));
        if (VerdictHook.outcomeOf(first) == Outcome.VIOLATED && !seedGiven) {
            int repeats = context.findAnnotation(Judges.class).orElseThrow().runs() - 1;
            for (int i = 0; i < repeats; i++) {
                PropertyExecutionResult again = property.execute();
                if (!seeds.add(again.seed())) {
                    throw new IllegalStateException("seed " + again.seed() + " comes again, so this is no other run");
                }
                int violated = VerdictHook.outcomeOf(again) == Outcome.VIOLATED ? 1 : 0;
                count().update(count ->
                        new Count(count.made + 1, count.violated + violated, count.tries + again.countChecks()));
            }
        }
        return first;
    }

    /** Inside the statistics, which can be taken once. */
    @Override
    public int aroundPropertyProximity() {
        return Integer.MAX_VALUE;
    }

    /** The repeats of the running property. */
    static int made() {
        return count().get().made;
    }

    /** Those of them in which it was violated. */
    static int violated() {
        return count().get().violated;
    }

    /** The tries of all of them. */
    static int tries() {
        return count().get().tries;
    }

    private static Store<Count> count() {
        return Store.getOrCreate(Repeats.class, Lifespan.PROPERTY, () -> new Count(0, 0, 0));
    }
}
