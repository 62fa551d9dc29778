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
    record Entry(Scenario.Call call, Object result, List<Integer> endedBefore) {
        /** Whether it gave an exception, which is no value of any model. */
        boolean hasThrown() {
            return result instanceof Thrown;
        }
    }

    /**
     * Instead of a value: what was thrown.
     *
     * @param text of the exception, its class included
     */
    record Thrown(String text) {
        @Override
        public String toString() {
            return text;
        }
    }

    /** Is told of a search for an order, operation by operation. */
    private interface Attempts {
        void taken(Entry entry);

        void takenBack();

        void refused(Entry entry);
    }

    /** To judge a history nobody need be told, and millions are judged. */
    private static final Attempts NOBODY = new Attempts() {
        @Override
        public void taken(Entry entry) {}

        @Override
        public void takenBack() {}

        @Override
        public void refused(Entry entry) {}
    };

    /**
     * An order that explains as many operations as any.
     *
     * @param taken the operations, in that order
     * @param refused those that could come next, and whose results cannot be
     */
    record LongestOrder(List<Entry> taken, List<Entry> refused) {}

    /** Keeps the longest attempt and what refused to continue it. */
    private static final class Longest implements Attempts {
        private final List<Entry> path = new ArrayList<>();
        private List<Entry> taken = List.of();
        private final List<Entry> refused = new ArrayList<>();

        @Override
        public void taken(Entry entry) {
            path.add(entry);
            if (path.size() > taken.size()) {
                taken = List.copyOf(path);
                refused.clear();
            }
        }

        @Override
        public void takenBack() {
            path.remove(path.size() - 1);
        }

        @Override
        public void refused(Entry entry) {
            boolean isThere = refused.contains(entry);
            if (path.size() == taken.size() && path.equals(taken) && !isThere) {
                refused.add(entry);
            }
        }
    }

    /**
     * Whether the operations can be put into an order that respects who ended before whom and that a specification accepts,
     * each operation with its result, one after another.
     *
     * @param initial the specification's state at the start; states are immutable
     * @param next the state after an operation, or empty when its result cannot be
     */
    <S> boolean isLinearizable(S initial, BiFunction<S, Entry, Optional<S>> next) {
        return search(initial, next, NOBODY);
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

    /** The longest such order, and what cannot come after it; for a history that is not linearizable. */
    <S> LongestOrder longestOrder(S initial, BiFunction<S, Entry, Optional<S>> next) {
        Longest longest = new Longest();
        search(initial, next, longest);
        return new LongestOrder(longest.taken, List.copyOf(longest.refused));
    }

    private <S> boolean search(S initial, BiFunction<S, Entry, Optional<S>> next, Attempts attempts) {
        Optional<S> start = all(before, initial, next, attempts);
        return start.isPresent() && search(start.get(), new int[threads.size()], next, attempts);
    }

    private <S> boolean search(S state, int[] taken, BiFunction<S, Entry, Optional<S>> next, Attempts attempts) {
        boolean isEnd = true;
        for (int t = 0; t < threads.size(); t++) {
            if (taken[t] == threads.get(t).size()) {
                continue;
            }
            isEnd = false;
            Entry entry = threads.get(t).get(taken[t]);
            if (!mayComeNext(entry, taken)) {
                continue;
            }
            Optional<S> after = next.apply(state, entry);
            if (after.isEmpty()) {
                attempts.refused(entry);
                continue;
            }
            taken[t]++;
            attempts.taken(entry);
            if (search(after.get(), taken, next, attempts)) {
                return true;
            }
            attempts.takenBack();
            taken[t]--;
        }
        return isEnd && all(after, state, next, attempts).isPresent();
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
            List<Entry> entries, S initial, BiFunction<S, Entry, Optional<S>> next, Attempts attempts) {
        S state = initial;
        for (int i = 0; i < entries.size(); i++) {
            Optional<S> after = next.apply(state, entries.get(i));
            if (after.isEmpty()) {
                attempts.refused(entries.get(i));
                for (int back = 0; back < i; back++) {
                    attempts.takenBack();
                }
                return Optional.empty();
            }
            attempts.taken(entries.get(i));
            state = after.get();
        }
        return Optional.of(state);
    }
}
