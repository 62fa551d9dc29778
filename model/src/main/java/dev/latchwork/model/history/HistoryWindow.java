package dev.latchwork.model.history;

import dev.latchwork.model.history.ShownOperation.Mark;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Operations around a violation: at most {@link Verdict#WINDOW}. Stateless. */
final class HistoryWindow {
    private HistoryWindow() {}

    /**
     * The named operations, marked, and those around them, in the order of their invocations.
     *
     * @param named what the violation is about; the first {@link Verdict#WINDOW} of them are shown
     */
    static List<ShownOperation> around(History history, List<Integer> named) {
        Set<Integer> shown = new LinkedHashSet<>(named.subList(0, Math.min(named.size(), Verdict.WINDOW)));
        Set<Integer> marked = Set.copyOf(shown);
        int from = shown.stream().mapToInt(history::invocation).min().orElse(0);
        int to = shown.stream()
                .mapToInt(history::response)
                .filter(moment -> moment != History.PENDING)
                .max()
                .orElse(from);
        for (int operation = 0; operation < history.size() && shown.size() < Verdict.WINDOW; operation++) {
            if (history.invocation(operation) <= to && history.response(operation) >= from) {
                shown.add(operation);
            }
        }
        return shown.stream()
                .sorted(Comparator.comparingInt(history::invocation).thenComparingInt(operation -> operation))
                .map(operation ->
                        ShownOperation.of(history, operation, marked.contains(operation) ? Mark.NAMED : Mark.AROUND))
                .toList();
    }

    /**
     * The end of the longest prefix that could be put into an order, in that order, and what could not come next.
     *
     * @param prefix operations in the order that was found
     * @param rejected what was tried next; the first is the one that had to come
     */
    static List<ShownOperation> prefix(History history, List<Integer> prefix, List<Integer> rejected) {
        List<ShownOperation> shown = new ArrayList<>();
        List<Integer> last = rejected.subList(0, Math.min(rejected.size(), Verdict.WINDOW / 2));
        int room = Verdict.WINDOW - last.size();
        for (int operation : prefix.subList(Math.max(0, prefix.size() - room), prefix.size())) {
            shown.add(ShownOperation.of(history, operation, Mark.ORDERED));
        }
        for (int operation : last) {
            shown.add(ShownOperation.of(history, operation, operation == rejected.get(0) ? Mark.NAMED : Mark.OPEN));
        }
        return shown;
    }
}
