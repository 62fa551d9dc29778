package dev.latchwork.model.completion;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One action of the completion side with its parameters: a guard on a state, and the effect on it. One action is one store
 * or load that others may see, one hold of a condition variable's lock, or one latch operation; the records have the
 * names, parameters and order of {@code docs/completion.md}. All are immutable values.
 */
public sealed interface CompletionAction permits OwnerAction, ExecutorAction, WaiterAction, ReclaimAction {

    /** The guard: whether this action can happen in {@code state}. Pure. */
    boolean isEnabled(CompletionState state);

    /** The state after it. Pure; defined only where {@link #isEnabled} holds. */
    CompletionState apply(CompletionState state);

    /**
     * Whether a scheduler owes this action to whoever can take it: the fairness of the specification. Nobody owes a use of
     * a handle, nor a wait.
     */
    default boolean mustHappen(CompletionState state) {
        return true;
    }

    /** Name and parameters, such as {@code Perform(0, 1)}. */
    default String text() {
        return Arrays.stream(getClass().getRecordComponents())
                .map(this::value)
                .collect(Collectors.joining(", ", getClass().getSimpleName() + "(", ")"));
    }

    private String value(RecordComponent parameter) {
        try {
            return String.valueOf(parameter.getAccessor().invoke(this));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the accessor of a public record is accessible", e);
        }
    }
}
