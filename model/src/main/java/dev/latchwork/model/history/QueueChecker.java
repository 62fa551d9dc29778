package dev.latchwork.model.history;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Judges a history of the submission queue as a black box, by calls and answers alone, in time n log n; names the
 * operations that contradict each other. Stateless, so thread-safe.
 *
 * <p><b>Theorem</b> (Henzinger, Sezgin, Vafeiadis: Aspect-oriented linearizability proofs, CONCUR 2013, section 3; as bad
 * patterns, Bouajjani, Emmi, Enea, Hamza: On reducing linearizability to state reachability, ICALP 2015). A complete history
 * of an unbounded first-in-first-out queue in which each value is inserted at most once is linearizable if and only if none
 * of these happened:
 *
 * <ul>
 *   <li>a value was consumed that was not inserted, or only after it had been consumed ({@link #neverInserted},
 *       {@link #consumedBeforeInserted});
 *   <li>a value was consumed twice ({@link #consumedTwice});
 *   <li>{@code a} was inserted before {@code b}, and {@code b} consumed before {@code a} ({@link #overtaken}), or {@code b}
 *       was consumed and {@code a} never ({@link #leftBehind});
 *   <li>a consume found the queue empty, although at each moment of its interval some value must have been in the queue
 *       ({@link #wronglyEmpty}).
 * </ul>
 *
 * <p>What {@link Verdict.Answer#LINEARIZABLE} means here: as a first-in-first-out queue, exactly. The capacity is none of
 * the theorem's business, and no rule of this kind for a bounded queue is known to be complete. It is screened by two rules
 * that never raise a false alarm: a queue that held more values than it can ({@link #overfull}), and one that was said to
 * be full and cannot have been ({@link #wronglyFull}). {@link QueueWitnessChecker} is exact about the capacity.
 */
public class QueueChecker {
    /*
     * Overview
     * 1 What it is: a sweep for each rule.
     * 2 Corresponds to: the papers above; FIFO, Conservation and DepthInBounds of the model.
     * 3 Representation: moments on a line. A value is surely in the queue in the open interval from its insert's response to
     *   its consume's invocation, and perhaps in the closed one from its insert's invocation to its consume's response.
     * 4 Invariants: none.
     * 5 Guards and lock order: none. 6 Linearization points: none are known; that is the point.
     * 7 Memory ordering: none. 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps: a pending insert whose value was consumed has happened and has an open end; one whose value was not
     *   consumed may be left out, since in an unbounded queue the last value may always be left in. It counts only where it
     *   helps: as perhaps in the queue when that is said to be full. A pending consume may have taken any value. The rules
     *   are tried without pending consumes; if that fails, they are tried as if each value that nobody has consumed had been
     *   taken by the earliest of them. If that fails too, no order exists; if only the first does, the answer is unknown.
     */

    /** Of a value that is at no moment surely in the queue. */
    private static final int NEVER = -1;

    /** What contradicts each other, and how it is called. */
    protected record Violation(String reason, List<Integer> operations) {}

    /** Judges it. */
    public final Verdict judge(QueueHistory history) {
        QueueValues values = new QueueValues(history, false);
        if (values.insertedTwice() != QueueValues.NONE) {
            return Verdict.unknown(
                    history.text(values.insertedTwice()) + ": was inserted before, and these rules hold for distinct"
                            + " values only",
                    0);
        }
        Violation violation = firstOf(history, values);
        if (violation == null) {
            return Verdict.linearizable(history.size());
        }
        if (hasPendingConsume(history)) {
            Violation certain = firstOf(history, new QueueValues(history, true));
            if (certain == null) {
                return Verdict.unknown(
                        violation.reason() + ", unless a consume that has no answer took a value", history.size());
            }
            violation = certain;
        }
        return Verdict.violated(
                violation.reason(), HistoryWindow.around(history, violation.operations()), history.size());
    }

    private static boolean hasPendingConsume(QueueHistory history) {
        for (int operation = 0; operation < history.size(); operation++) {
            if (history.kind(operation) == QueueHistory.Kind.CONSUME_PENDING) {
                return true;
            }
        }
        return false;
    }

    private Violation firstOf(QueueHistory history, QueueValues values) {
        Violation violation = neverInserted(history, values);
        violation = violation != null ? violation : consumedBeforeInserted(history, values);
        violation = violation != null ? violation : consumedTwice(history, values);
        if (violation != null || hasForeignValues(values)) {
            // What follows takes both moments of each value for granted.
            return violation;
        }
        violation = overtaken(values);
        violation = violation != null ? violation : leftBehind(values);
        violation = violation != null ? violation : wronglyEmpty(history, values);
        violation = violation != null ? violation : overfull(history, values);
        return violation != null ? violation : wronglyFull(history, values);
    }

    /** Whether a rule that was switched off has let a value through that nobody inserted. */
    private static boolean hasForeignValues(QueueValues values) {
        return values.byInsertInvocation().length < values.count();
    }

    /** A value was consumed that nobody inserted. */
    Violation neverInserted(QueueHistory history, QueueValues values) {
        for (int value = 0; value < values.count(); value++) {
            if (values.insert(value) == QueueValues.NONE) {
                return new Violation(
                        values.text(value) + " was consumed, and never inserted", List.of(values.consume(value)));
            }
        }
        return null;
    }

    /** A value was consumed before its insert was called. */
    Violation consumedBeforeInserted(QueueHistory history, QueueValues values) {
        for (int value = 0; value < values.count(); value++) {
            if (values.insert(value) != QueueValues.NONE
                    && values.isConsumed(value)
                    && values.consumeResponse(value) < values.insertInvocation(value)) {
                return new Violation(
                        values.text(value) + " was consumed before it was inserted",
                        List.of(values.consume(value), values.insert(value)));
            }
        }
        return null;
    }

    /** A value was consumed a second time. */
    Violation consumedTwice(QueueHistory history, QueueValues values) {
        int second = values.consumedTwice();
        if (second == QueueValues.NONE) {
            return null;
        }
        int value = values.valueOf(second);
        return new Violation(values.text(value) + " was consumed twice", List.of(values.consume(value), second));
    }

    /** One value was inserted before another and consumed after it. */
    Violation overtaken(QueueValues values) {
        return afterAnother(values, true);
    }

    /** One value was inserted before another, which was consumed; it was not. */
    Violation leftBehind(QueueValues values) {
        return afterAnother(values, false);
    }

    /**
     * A value that was consumed before one that was inserted before it: goes through the values by the calls of their inserts
     * and keeps, of those inserted before, the one that was consumed last.
     */
    private static Violation afterAnother(QueueValues values, boolean consumed) {
        int[] byResponse = values.byInsertResponse();
        int next = 0;
        int last = QueueValues.NONE;
        for (int value : values.byInsertInvocation()) {
            while (next < byResponse.length
                    && values.insertResponse(byResponse[next]) < values.insertInvocation(value)) {
                int earlier = byResponse[next++];
                if (values.isConsumed(earlier) == consumed
                        && (last == QueueValues.NONE
                                || values.consumeInvocation(earlier) > values.consumeInvocation(last))) {
                    last = earlier;
                }
            }
            if (last != QueueValues.NONE
                    && values.isConsumed(value)
                    && values.consumeResponse(value) < values.consumeInvocation(last)) {
                return consumed ? overtaking(values, last, value) : leavingBehind(values, last, value);
            }
        }
        return null;
    }

    private static Violation overtaking(QueueValues values, int first, int second) {
        return new Violation(
                values.text(first) + " was inserted before " + values.text(second) + " and consumed after it",
                List.of(values.insert(first), values.insert(second), values.consume(second), values.consume(first)));
    }

    private static Violation leavingBehind(QueueValues values, int first, int second) {
        return new Violation(
                values.text(first) + " was inserted before " + values.text(second)
                        + ", which was consumed, and was never consumed itself",
                List.of(values.insert(first), values.insert(second), values.consume(second)));
    }

    /** A consume found nothing, although at each moment that it lasted some value must have been in the queue. */
    Violation wronglyEmpty(QueueHistory history, QueueValues values) {
        // Stretches without a gap during which something was surely in the queue, in their order.
        int[] starts = new int[values.count()];
        int[] ends = new int[values.count()];
        int stretches = 0;
        for (int value : values.byInsertResponse()) {
            int from = values.insertResponse(value);
            int to = values.consumeInvocation(value);
            if (stretches > 0 && from < ends[stretches - 1]) {
                ends[stretches - 1] = Math.max(ends[stretches - 1], to);
            } else if (from < to) {
                starts[stretches] = from;
                ends[stretches++] = to;
            }
        }
        int next = 0;
        for (long each : byInvocation(history, QueueHistory.Kind.EMPTY)) {
            int empty = (int) each;
            while (next < stretches && starts[next] < history.invocation(empty)) {
                next++;
            }
            if (next > 0 && history.response(empty) < ends[next - 1]) {
                return new Violation(
                        "a consume found the queue empty, although some value was in it all the time",
                        withThoseInTheQueue(empty, history, values));
            }
        }
        return null;
    }

    /** A consume, and the inserts and consumes of what was surely in the queue meanwhile. */
    private static List<Integer> withThoseInTheQueue(int empty, QueueHistory history, QueueValues values) {
        List<Integer> operations = new ArrayList<>(List.of(empty));
        for (int value : values.byInsertResponse()) {
            if (values.insertResponse(value) < history.response(empty)
                    && values.consumeInvocation(value) > history.invocation(empty)
                    && operations.size() < Verdict.WINDOW - 2) {
                operations.add(values.insert(value));
                if (values.isConsumed(value)) {
                    operations.add(values.consume(value));
                }
            }
        }
        return operations;
    }

    /** More values were surely in the queue at one moment than it holds. */
    Violation overfull(QueueHistory history, QueueValues values) {
        int[] until = surelyUntil(values);
        int[] leaving = until.clone();
        Arrays.sort(leaving);
        int out = 0;
        int depth = 0;
        for (int value : values.byInsertResponse()) {
            int moment = values.insertResponse(value);
            while (out < leaving.length && leaving[out] <= moment) {
                depth -= leaving[out++] == NEVER ? 0 : 1;
            }
            if (until[value] == NEVER) {
                continue;
            }
            depth++;
            if (depth > history.capacity()) {
                return new Violation(
                        "after the insert of " + values.text(value) + " " + depth
                                + " values were in a queue that holds " + history.capacity(),
                        insertsOfThoseIn(values, until, moment));
            }
        }
        return null;
    }

    /**
     * For each value, until when it is surely in the queue: until its consume is called, or the consume of one that was
     * inserted before it, whichever is later, since the queue is first in, first out. {@link #NEVER} if that is not after its
     * insert's answer.
     */
    private static int[] surelyUntil(QueueValues values) {
        int[] byResponse = values.byInsertResponse();
        int[] until = new int[values.count()];
        Arrays.fill(until, NEVER);
        int next = 0;
        int latest = 0;
        for (int value : values.byInsertInvocation()) {
            while (next < byResponse.length
                    && values.insertResponse(byResponse[next]) < values.insertInvocation(value)) {
                latest = Math.max(latest, values.consumeInvocation(byResponse[next++]));
            }
            int last = Math.max(latest, values.consumeInvocation(value));
            if (last > values.insertResponse(value)) {
                until[value] = last;
            }
        }
        return until;
    }

    private static List<Integer> insertsOfThoseIn(QueueValues values, int[] until, int moment) {
        List<Integer> operations = new ArrayList<>();
        for (int value : values.byInsertResponse()) {
            if (values.insertResponse(value) <= moment && until[value] > moment && operations.size() < Verdict.WINDOW) {
                operations.add(values.insert(value));
            }
        }
        return operations;
    }

    /** An insert was told that the queue is full, although at no moment that it lasted as many can have been in it. */
    Violation wronglyFull(QueueHistory history, QueueValues values) {
        long[] fulls = byResponse(history, QueueHistory.Kind.FULL);
        if (fulls.length == 0) {
            return null;
        }
        PossibleDepth depth = new PossibleDepth(values);
        for (long each : fulls) {
            int full = (int) each;
            int most = depth.most(history.invocation(full), history.response(full));
            if (most < history.capacity()) {
                return new Violation(
                        "an insert found the queue full, which holds " + history.capacity() + ", when at most " + most
                                + " values can have been in it",
                        List.of(full));
            }
        }
        return null;
    }

    private static long[] byInvocation(QueueHistory history, QueueHistory.Kind kind) {
        return ordered(history, kind, false);
    }

    private static long[] byResponse(QueueHistory history, QueueHistory.Kind kind) {
        return ordered(history, kind, true);
    }

    /** The operations of one kind in the order of a moment: that in the upper half, the operation in the lower. */
    private static long[] ordered(QueueHistory history, QueueHistory.Kind kind, boolean byResponse) {
        long[] keys = new long[history.size()];
        int used = 0;
        for (int operation = 0; operation < history.size(); operation++) {
            if (history.kind(operation) == kind) {
                int moment = byResponse ? history.response(operation) : history.invocation(operation);
                keys[used++] = (long) moment << 32 | operation;
            }
        }
        long[] all = Arrays.copyOf(keys, used);
        Arrays.sort(all);
        return all;
    }
}
