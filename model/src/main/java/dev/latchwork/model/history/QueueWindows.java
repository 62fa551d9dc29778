package dev.latchwork.model.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges windows of a queue's history by {@link SearchChecker}, which takes no witness's word for the order within a window:
 * the witnesses only say what the queue held before it, and which operations are in it. Stateless, so thread-safe.
 */
public final class QueueWindows {
    private final int windows;
    private final int length;
    private final long mostConfigurations;

    /**
     * A judge of so many windows.
     *
     * @param windows at even distances, 1 or more
     * @param length operations of a window, 1 or more
     * @param mostConfigurations of each search, after which the window counts as unknown
     */
    public QueueWindows(int windows, int length, long mostConfigurations) {
        this.windows = windows;
        this.length = length;
        this.mostConfigurations = mostConfigurations;
    }

    /**
     * What came of it.
     *
     * @param explained windows that have an order
     * @param unknown windows whose search was given up
     * @param violation the first window that has none, or null
     */
    public record Judgement(int explained, int unknown, Verdict violation) {}

    /** Judges a history whose witnesses {@link QueueWitnessChecker} has accepted. */
    public Judgement judge(QueueHistory history) {
        int[] order = IntStream.range(0, history.size())
                .filter(operation -> history.witness(operation) != QueueHistory.NO_WITNESS)
                .boxed()
                .sorted(Comparator.comparingInt(history::witness))
                .mapToInt(Integer::intValue)
                .toArray();
        int distance = Math.max(length, order.length / windows);
        Deque<Long> content = new ArrayDeque<>();
        int explained = 0;
        int unknown = 0;
        for (int i = 0; i < order.length; i++) {
            if (i % distance == 0) {
                Verdict verdict = judge(history, order, i, content);
                if (verdict.isViolated()) {
                    return new Judgement(explained, unknown, verdict);
                }
                explained += verdict.isLinearizable() ? 1 : 0;
                unknown += verdict.isLinearizable() ? 0 : 1;
            }
            apply(history, order[i], content);
        }
        return new Judgement(explained, unknown, null);
    }

    private static void apply(QueueHistory history, int operation, Deque<Long> content) {
        switch (history.kind(operation)) {
            case INSERTED -> content.add(history.value(operation));
            case INSERT_PENDING -> {
                if (content.size() < history.capacity()) {
                    content.add(history.value(operation));
                }
            }
            case CONSUMED, CONSUME_PENDING -> content.poll();
            case FULL, EMPTY -> {
                // Change nothing.
            }
        }
    }

    private Verdict judge(QueueHistory history, int[] order, int from, Deque<Long> content) {
        QueueHistory.Builder window = new QueueHistory.Builder(history.capacity());
        for (int i = from; i < Math.min(order.length, from + length); i++) {
            int operation = order[i];
            window.add(
                    history.kind(operation),
                    history.agent(operation),
                    history.value(operation),
                    history.invocation(operation),
                    history.response(operation),
                    QueueHistory.NO_WITNESS);
        }
        QueueHistory judged = window.build();
        List<Long> start = new ArrayList<>(content);
        return new SearchChecker(mostConfigurations).judge(judged, new QueueSpecification(judged, start));
    }
}
