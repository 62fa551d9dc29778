package dev.latchwork.lincheck;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * What came of a {@link Scenario}.
 *
 * @param before the operations before the threads
 * @param threads those of each thread
 * @param after the operations after the threads
 */
record History(List<Entry> before, List<List<Entry>> threads, List<Entry> after) {
    /**
     * An operation that has ended.
     *
     * @param call what was called
     * @param result what it gave
     * @param endedBefore how many operations of each thread had ended when this one began; empty outside the threads
     */
    record Entry(Scenario.Call call, Object result, List<Integer> endedBefore) {}

    /**
     * Whether the operations can be put into an order that respects who ended before whom and that a specification accepts,
     * each operation with its result, one after another.
     *
     * @param initial the specification's state at the start; states are immutable
     * @param next the state after an operation, or empty when its result cannot be
     */
    <S> boolean isLinearizable(S initial, BiFunction<S, Entry, Optional<S>> next) {
        Optional<S> start = all(before, Optional.of(initial), next);
        return start.isPresent() && search(start.get(), new int[threads.size()], next);
    }

    /**
     * The same with each operation taken for several steps, which take effect one after another within its time.
     *
     * @param steps the steps of an operation, in their order; the time in them is not looked at
     */
    History inSteps(Function<Entry, List<Entry>> steps) {
        List<List<Integer>> stepsBefore =
                threads.stream().map(thread -> stepsBefore(thread, steps)).toList();
        return new History(
                expand(before, steps, stepsBefore),
                threads.stream()
                        .map(thread -> expand(thread, steps, stepsBefore))
                        .toList(),
                expand(after, steps, stepsBefore));
    }

    /** How many steps a thread's first operations have: of none of them, of the first, of the first two, and so on. */
    private static List<Integer> stepsBefore(List<Entry> thread, Function<Entry, List<Entry>> steps) {
        List<Integer> sums = new ArrayList<>(List.of(0));
        for (Entry entry : thread) {
            sums.add(sums.get(sums.size() - 1) + steps.apply(entry).size());
        }
        return sums;
    }

    private static List<Entry> expand(
            List<Entry> entries, Function<Entry, List<Entry>> steps, List<List<Integer>> stepsBefore) {
        List<Entry> expanded = new ArrayList<>();
        for (Entry entry : entries) {
            List<Integer> ended = new ArrayList<>();
            for (int t = 0; t < entry.endedBefore().size(); t++) {
                ended.add(stepsBefore.get(t).get(entry.endedBefore().get(t)));
            }
            for (Entry step : steps.apply(entry)) {
                expanded.add(new Entry(step.call(), step.result(), ended));
            }
        }
        return expanded;
    }

    private <S> boolean search(S state, int[] taken, BiFunction<S, Entry, Optional<S>> next) {
        boolean isEnd = true;
        for (int t = 0; t < threads.size(); t++) {
            if (taken[t] == threads.get(t).size()) {
                continue;
            }
            isEnd = false;
            Entry entry = threads.get(t).get(taken[t]);
            Optional<S> after = mayComeNext(entry, taken) ? next.apply(state, entry) : Optional.empty();
            if (after.isPresent()) {
                taken[t]++;
                if (search(after.get(), taken, next)) {
                    return true;
                }
                taken[t]--;
            }
        }
        return isEnd && all(after, Optional.of(state), next).isPresent();
    }

    private static boolean mayComeNext(Entry entry, int[] taken) {
        for (int t = 0; t < taken.length; t++) {
            if (entry.endedBefore().get(t) > taken[t]) {
                return false;
            }
        }
        return true;
    }

    private static <S> Optional<S> all(
            List<Entry> entries, Optional<S> initial, BiFunction<S, Entry, Optional<S>> next) {
        Optional<S> state = initial;
        for (Entry entry : entries) {
            state = state.flatMap(before -> next.apply(before, entry));
        }
        return state;
    }
}
