package dev.latchwork.tla.proof;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A protocol as formulas, with the invariant by which its properties are proved. Immutable.
 *
 * @param name what it is
 * @param variables its state
 * @param initial what is true of the first states
 * @param actions all that can happen
 * @param invariant the conjuncts of the inductive invariant; the first are those that a counterexample is shown for
 * @param properties what the invariant is to imply
 * @param stepProperties what every step from a state that has the invariant is to have
 */
public record TransitionSystem(
        String name,
        List<Variable> variables,
        StateFormula initial,
        List<SymbolicAction> actions,
        List<StateFormula> invariant,
        List<StateFormula> properties,
        List<ChangeFormula> stepProperties) {

    /** Copies the lists. */
    public TransitionSystem {
        variables = List.copyOf(variables);
        actions = List.copyOf(actions);
        invariant = List.copyOf(invariant);
        properties = List.copyOf(properties);
        stepProperties = List.copyOf(stepProperties);
    }

    /** The names of all properties. */
    public List<String> propertyNames() {
        return Stream.concat(
                        properties.stream().map(StateFormula::name),
                        stepProperties.stream().map(ChangeFormula::name))
                .toList();
    }

    /** The action of that name; throws {@link IllegalArgumentException} when there is none. */
    public SymbolicAction action(String word) {
        return actions.stream()
                .filter(action -> action.name().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(name + " has no action " + word));
    }

    /** This system with one action changed; throws {@link IllegalArgumentException} when there is none of that name. */
    public TransitionSystem changing(String word, UnaryOperator<SymbolicAction> change) {
        SymbolicAction right = action(word);
        return new TransitionSystem(
                name,
                variables,
                initial,
                actions.stream()
                        .map(action -> action.equals(right) ? change.apply(right) : action)
                        .toList(),
                invariant,
                properties,
                stepProperties);
    }
}
