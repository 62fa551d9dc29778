package dev.latchwork.model.history;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Judges a queue's history window by window by {@link SearchChecker}, which takes no witness's word for the order within a
 * window: the witnesses only say what the queue held before it, and which operations are in it. Each operation is in one
 * window. A window whose search is given up is judged as two halves, so that what is taken from the witnesses is no more than
 * it has to be. Stateless, so thread-safe.
 */
public class QueueWindows {
    private final int length;
    private final long mostConfigurations;

    /**
     * A judge of windows.
     *
     * @param length operations of a window, 1 or more
     * @param mostConfigurations of each search, after which the window is halved
     * @throws IllegalArgumentException if there is no operation in a window
     */
    public QueueWindows(int length, long mostConfigurations) {
        if (length < 1) {
            throw new IllegalArgumentException("length = " + length + " is below 1");
        }
        this.length = length;
        this.mostConfigurations = mostConfigurations;
    }

    /**
     * What came of it.
     *
     * @param explained windows that have an order, halves among them
     * @param halved windows whose search was given up
     * @param unknown windows of one operation whose search was given up
     * @param violation the first window that has none, or null
     */
    public record Judgement(int explained, int halved, int unknown, Verdict violation) {}

    /** Judges a history whose witnesses {@link QueueWitnessChecker} has accepted. */
    public final Judgement judge(QueueHistory history) {
        return new Walk(history).judge();
    }

    /** What an operation does to what the queue holds. */
    protected void apply(QueueHistory history, int operation, Deque<Long> content) {
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

    /** One walk over one history. */
    private final class Walk {
        private final QueueHistory history;
        /** The operations in the order of their witnesses. */
        private final int[] order;

        private final Deque<Long> content = new ArrayDeque<>();
        private int explained;
        private int halved;
        private int unknown;
        private Verdict violation;

        Walk(QueueHistory history) {
            this.history = history;
            order = IntStream.range(0, history.size())
                    .filter(operation -> history.witness(operation) != QueueHistory.NO_WITNESS)
                    .boxed()
                    .sorted(Comparator.comparingInt(history::witness))
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        Judgement judge() {
            for (int from = 0; from < order.length && violation == null; from += length) {
                judge(from, Math.min(order.length, from + length));
            }
            return new Judgement(explained, halved, unknown, violation);
        }

        /** Judges a window that begins with what the queue holds, which then is what it holds after it. */
        private void judge(int from, int to) {
            Verdict verdict = search(from, to);
            if (verdict.answer() == Verdict.Answer.UNKNOWN && to - from > 1) {
                halved++;
                int middle = (from + to) >>> 1;
                judge(from, middle);
                if (violation == null) {
                    judge(middle, to);
                }
                return;
            }
            switch (verdict.answer()) {
                case LINEARIZABLE -> explained++;
                case UNKNOWN -> unknown++;
                case NOT_LINEARIZABLE -> violation = verdict;
            }
            for (int i = from; i < to; i++) {
                apply(history, order[i], content);
            }
        }

        private Verdict search(int from, int to) {
            QueueHistory.Builder window = new QueueHistory.Builder(history.capacity());
            for (int i = from; i < to; i++) {
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
            return new SearchChecker(mostConfigurations)
                    .judge(judged, new QueueSpecification(judged, List.copyOf(content)));
        }
    }
}
