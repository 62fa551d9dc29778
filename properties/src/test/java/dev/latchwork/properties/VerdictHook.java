package dev.latchwork.properties;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.Optional;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;

/** Runs a property as the check that {@link Judges} names, and turns its result into the check's verdict. */
final class VerdictHook implements AroundPropertyHook {
    /** Sets the seed of every property that runs, to repeat what a verdict reports. */
    private static final String SEED = "latchwork.properties.seed";

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        Judges check = context.findAnnotation(Judges.class).orElseThrow();
        context.attributes().setTries(check.budget().tries());
        Optional.ofNullable(System.getProperty(SEED)).ifPresent(context.attributes()::setSeed);
        CheckRun run = CheckRun.start(check.value());
        PropertyExecutionResult result = property.execute();
        Effort effort = Effort.of("tries", result.countChecks() + Repeats.tries())
                .and(check.unit(), Work.done().get())
                .and("seed", result.seed().orElse("none"));
        if (outcomeOf(result) == Outcome.VIOLATED) {
            effort = effort.repeated(1L + Repeats.violated(), 1L + Repeats.made());
        }
        try {
            run.finish(outcomeOf(result), effort, null, detail(result));
            return result.mapToSuccessful();
        } catch (AssertionError unexpected) {
            result.throwable().ifPresent(unexpected::addSuppressed);
            return result.mapToFailed(unexpected);
        }
    }

    /** Outside everything else, so that a {@link Floor} that is missed, which jqwik sees last, is part of the result. */
    @Override
    public int aroundPropertyProximity() {
        return Integer.MIN_VALUE;
    }

    /** Only a {@link Violation} says something about the property; whatever else went wrong did so in the harness. */
    static Outcome outcomeOf(PropertyExecutionResult result) {
        if (result.status() == PropertyExecutionResult.Status.SUCCESSFUL) {
            return Outcome.HELD;
        }
        return result.throwable().filter(Violation.class::isInstance).isPresent() ? Outcome.VIOLATED : Outcome.BROKEN;
    }

    private static String detail(PropertyExecutionResult result) {
        return result.throwable()
                .map(thrown -> thrown instanceof Violation ? thrown.getMessage() : thrown.toString())
                .map(message -> message + sample(result))
                .orElse(null);
    }

    /** What was falsified, if anything was, and the setting that gives it again. */
    private static String sample(PropertyExecutionResult result) {
        return result.falsifiedParameters()
                .map(parameters -> System.lineSeparator() + "sample: " + parameters + ", again with -D" + SEED + "="
                        + result.seed().orElseThrow())
                .orElse("");
    }
}
