package dev.latchwork.lincheck;

import java.util.List;

/**
 * Which operations to call, where.
 *
 * @param before called one after another, before the threads start
 * @param threads called at the same time as those of the other threads
 * @param after called one after another, after the threads have ended
 */
record Scenario(List<Call> before, List<List<Call>> threads, List<Call> after) {
    /**
     * A call of an operation.
     *
     * @param operation name of its method
     * @param arguments what it is called with
     */
    record Call(String operation, List<Object> arguments) {
        static Call of(String operation, Object... arguments) {
            return new Call(operation, List.of(arguments));
        }
    }
}
