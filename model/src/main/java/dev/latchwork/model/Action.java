package dev.latchwork.model;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One action of the protocol with its parameters: a guard on a state, and the effect on it. One action is one critical
 * section, or one latch operation, or one completion; the records have the names, parameters and order of
 * {@code docs/protocol.md}. All are immutable values.
 */
public sealed interface Action permits SubmitterAction, WorkerAction, LeaverAction, PoolAction {

    /** The guard: whether this action can happen in {@code state} under {@code variant}. Pure. */
    boolean isEnabled(ProtocolState state, Variant variant);

    /** Whether there is such a step at all: some decisions and bounds take away a step, rather than change one. */
    default boolean existsIn(Bounds bounds, Variant variant) {
        return true;
    }

    /**
     * The effect: writes to {@code next}, which starts as a copy of {@code state}, what this action changes. Defined only
     * where {@link #isEnabled} holds.
     *
     * @param variant the decisions that the protocol leaves open
     */
    void apply(ProtocolState state, StateDraft next, Variant variant);

    /** The word of the protocol, such as {@code Consume}. */
    default String name() {
        return getClass().getSimpleName();
    }

    /** Name and parameters, such as {@code Submit(0, <<1, 2>>)}; the name alone when there are none. */
    default String text() {
        RecordComponent[] parameters = getClass().getRecordComponents();
        return parameters.length == 0
                ? name()
                : Arrays.stream(parameters).map(this::value).collect(Collectors.joining(", ", name() + "(", ")"));
    }

    private String value(RecordComponent parameter) {
        try {
            return String.valueOf(parameter.getAccessor().invoke(this));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the accessor of a public record is accessible", e);
        }
    }
}
