package dev.latchwork.model.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a history of the submission queue by the order that its operations had in the critical section, in time linear in
 * the history: each must have been there between its invocation and its response, a session's inserts in the order of their
 * calls, and in this order each must have the answer of {@link SubmissionQueueModel}. Exact, the capacity included. Stateless, so thread-safe.
 */
public class QueueWitnessChecker {
    /*
     * Overview
     * 1 What it is: a sort by buckets, and a replay.
     * 2 Corresponds to: the linearization points of the code, which are the stores to head and tail under the queue lock.
     * 3 Representation: at[moment] is the operation that was in the critical section then, plus one.
     * 4 Invariants: a witness is within its operation's interval, so the order of witnesses contains the order of time; and
     *   a session's inserts have their witnesses in the order in which it called them.
     * 5 Guards and lock order: none. 6 Linearization points: the witnesses. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps: a pending operation without a witness has not been in the critical section and is left out. An
     *   operation that has an answer and no witness is a violation, not a gap.
     */
    private static final int NONE = 0;

    /** Judges it. */
    public final Verdict judge(QueueHistory history) {
        int last = -1;
        for (int operation = 0; operation < history.size(); operation++) {
            last = Math.max(last, history.witness(operation));
        }
        int[] at = new int[last + 1];
        for (int operation = 0; operation < history.size(); operation++) {
            int witness = history.witness(operation);
            if (witness == QueueHistory.NO_WITNESS) {
                if (!history.isOptional(operation)) {
                    return refuse(history, operation, "it has an answer, and was never in the critical section");
                }
            } else if (!isWithin(history.invocation(operation), witness, history.response(operation))) {
                return refuse(history, operation, "it was in the critical section outside its own interval");
            } else if (at[witness] != NONE) {
                return refuse(history, operation, "another was in the critical section at the same moment");
            } else {
                at[witness] = operation + 1;
            }
        }
        return replay(history, at);
    }

    /** Whether a witness is within its operation's interval. */
    protected boolean isWithin(int invocation, int witness, int response) {
        return invocation <= witness && witness <= response;
    }

    /** Whether an operation may come after another by their caller's order. */
    protected boolean mayComeAfter(QueueHistory history, int operation, int earlier) {
        return !history.isInProgramOrder(operation, earlier);
    }

    private static Verdict refuse(QueueHistory history, int operation, String reason) {
        return Verdict.violated(
                history.text(operation) + ": " + reason, HistoryWindow.around(history, List.of(operation)), operation);
    }

    private Verdict replay(QueueHistory history, int[] at) {
        // The model takes small numbers, and gives back those that it took.
        ValueIndex values = new ValueIndex();
        SubmissionQueueModel queue = new SubmissionQueueModel(history.capacity() + 1);
        // By session: of its inserts so far the one that it called last.
        Map<Integer, Integer> lastCalled = new HashMap<>();
        long judged = 0;
        for (int moment = 0; moment < at.length; moment++) {
            if (at[moment] == NONE) {
                continue;
            }
            int operation = at[moment] - 1;
            String expected = outOfOrder(history, operation, lastCalled);
            expected = expected != null ? expected : refused(history, operation, queue, values);
            if (expected != null) {
                return Verdict.violated(
                        history.text(operation) + ": " + expected, upTo(history, at, moment, operation), judged);
            }
            judged++;
        }
        return Verdict.linearizable(judged);
    }

    /** Which insert its session called after it and had its effect before it, or null if none. */
    private String outOfOrder(QueueHistory history, int operation, Map<Integer, Integer> lastCalled) {
        if (history.kind(operation) != QueueHistory.Kind.INSERTED
                && history.kind(operation) != QueueHistory.Kind.FULL) {
            return null;
        }
        Integer last = lastCalled.get(history.agent(operation));
        if (last != null && !mayComeAfter(history, operation, last)) {
            return "its session called it before the insert of " + QueueHistory.textOf(history.value(last));
        }
        lastCalled.put(history.agent(operation), operation);
        return null;
    }

    /** What it should have answered, or null if it did. */
    private static String refused(QueueHistory history, int operation, SubmissionQueueModel queue, ValueIndex values) {
        return switch (history.kind(operation)) {
            case INSERTED ->
                queue.insert(values.numberOf(history.value(operation)))
                        ? null
                        : "the queue held " + queue.depth() + " values and was full";
            case FULL -> queue.depth() == history.capacity() ? null : "the queue held " + queue.depth() + " values";
            case INSERT_PENDING -> {
                queue.insert(values.numberOf(history.value(operation)));
                yield null;
            }
            case CONSUMED -> {
                int oldest = queue.consume();
                yield oldest != SubmissionQueueModel.EMPTY && values.value(oldest) == history.value(operation)
                        ? null
                        : "the oldest value was " + nameOf(oldest, values);
            }
            case EMPTY -> {
                int oldest = queue.consume();
                yield oldest == SubmissionQueueModel.EMPTY ? null : "the oldest value was " + nameOf(oldest, values);
            }
            case CONSUME_PENDING -> {
                queue.consume();
                yield null;
            }
        };
    }

    private static String nameOf(int oldest, ValueIndex values) {
        return oldest == SubmissionQueueModel.EMPTY ? "none" : QueueHistory.textOf(values.value(oldest));
    }

    private static List<ShownOperation> upTo(QueueHistory history, int[] at, int moment, int rejected) {
        List<Integer> prefix = new ArrayList<>(Arrays.stream(at, Math.max(0, moment - Verdict.WINDOW), moment)
                .filter(each -> each != NONE)
                .map(each -> each - 1)
                .boxed()
                .toList());
        return HistoryWindow.prefix(history, prefix, List.of(rejected));
    }
}
