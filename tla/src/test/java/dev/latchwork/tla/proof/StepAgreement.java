package dev.latchwork.tla.proof;

import dev.latchwork.verification.Effort;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * Holds formulas against steps that something else takes: both ways, that is, its step is one of the formula, which allows
 * nothing else; and where it takes no step, the formula's guard is false. Confined to the thread of the formulas.
 */
final class StepAgreement {
    private final ConcreteSteps formulas;
    private final List<Variable> compared;
    private final Map<String, Set<Variable>> leftOpen;
    private final Random random;
    private final List<String> disagreements = new ArrayList<>();
    private long comparisons;

    /**
     * @param formulas the formulas
     * @param compared the variables that have to agree
     * @param leftOpen by action, the variables of which its formula says that they may change one way or the other
     * @param random which bit is changed to see that the formula does not allow it
     */
    StepAgreement(ConcreteSteps formulas, List<Variable> compared, Map<String, Set<Variable>> leftOpen, Random random) {
        this.formulas = formulas;
        this.compared = List.copyOf(compared);
        this.leftOpen = Map.copyOf(leftOpen);
        this.random = random;
    }

    /** What was found until now. */
    List<String> disagreements() {
        return disagreements;
    }

    /** What was asked until now, with what drew the states. */
    Effort effort(long seed) {
        return Effort.of("comparisons", comparisons).and("seed", seed);
    }

    /** The formula allows the step from {@code before} to {@code right}, and no other. */
    void compareStep(
            Object where,
            String word,
            Map<Variable, Long> before,
            Map<Variable, Long> given,
            Map<Variable, Long> right) {
        Set<Variable> open = leftOpen.getOrDefault(word, Set.of());
        boolean found = false;
        for (Map<Variable, Long> arguments : formulas.complete(word, given)) {
            comparisons++;
            Optional<Map<Variable, Long>> after = formulas.after(word, before, arguments);
            if (after.isEmpty()) {
                report(where, word, given, "the formula's guard is false");
                return;
            }
            Set<Variable> different = differences(after.get(), right);
            found |= different.isEmpty();
            if (!open.containsAll(different)) {
                report(where, word, given, "the formula changes otherwise: " + different);
            }
            if (differences(after.get(), perturbed(right, open)).isEmpty()) {
                report(where, word, given, "the formula allows what the model does not");
            }
        }
        if (!found) {
            report(where, word, given, "the formula does not allow the model's step");
        }
    }

    /** A step that has no formula, because it changes nothing that formulas see, does change nothing of it. */
    void compareUnseen(Object where, String step, Map<Variable, Long> before, Map<Variable, Long> after) {
        comparisons++;
        Set<Variable> different = differences(before, after);
        if (!different.isEmpty()) {
            report(where, step, Map.of(), "a step without a formula changes " + different);
        }
    }

    /** The formula's guard is {@code expected}, whatever the flags that are not given. */
    void compareGuard(
            Object where, String word, Map<Variable, Long> before, Map<Variable, Long> given, boolean expected) {
        for (Map<Variable, Long> arguments : formulas.complete(word, given)) {
            comparisons++;
            if (formulas.after(word, before, arguments).isPresent() != expected) {
                report(where, word, given, "the formula's guard should be " + expected);
            }
        }
    }

    private Set<Variable> differences(Map<Variable, Long> some, Map<Variable, Long> other) {
        Set<Variable> different = new HashSet<>();
        for (Variable variable : compared) {
            if (!some.get(variable).equals(other.get(variable))) {
                different.add(variable);
            }
        }
        return different;
    }

    /** The state with one bit changed, in a variable that the action does not leave open. */
    private Map<Variable, Long> perturbed(Map<Variable, Long> state, Set<Variable> open) {
        List<Variable> candidates =
                compared.stream().filter(variable -> !open.contains(variable)).toList();
        Variable changed = candidates.get(random.nextInt(candidates.size()));
        Map<Variable, Long> perturbed = new LinkedHashMap<>(state);
        perturbed.merge(changed, 1L << random.nextInt(changed.kind().bits()), (some, bit) -> some ^ bit);
        return perturbed;
    }

    private void report(Object where, String word, Map<Variable, Long> given, String what) {
        disagreements.add(word + given + ": " + what + " in " + where);
    }
}
