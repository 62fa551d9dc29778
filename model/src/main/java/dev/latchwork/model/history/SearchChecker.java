package dev.latchwork.model.history;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Judges a history of any object by search for an order: Wing and Gong's (JPDC 1993), with Lowe's (Testing for
 * linearizability, CCPE 2017) just-in-time linearization and memory of configurations. Exponential in the operations that
 * overlap, linear in the others; has a limit, and says {@code unknown} when it comes to it. Stateless, so thread-safe.
 *
 * <p>An object that consists of parts that do not know of each other is judged part by part (P-compositionality: Horn,
 * Kroening, FORTE 2015; locality: Herlihy, Wing, TOPLAS 1990): a file of blocks is judged as so many
 * {@linkplain RegisterHistory registers}.
 */
public class SearchChecker {
    /*
     * Overview
     * 1 What it is: a breadth-first walk over configurations, from response to response.
     * 2 Corresponds to: the papers above.
     * 3 Representation: a configuration is the object's state, and which of the open operations have had their effect. Open
     *   ones have a place of 0 to 63. A link leads back to the operation that had its effect before. earlier[place] are the
     *   places of open operations that come before by program order, which is all that is known besides the intervals.
     * 4 Invariants: after each event the configurations are all those that explain the answers so far, but for those that
     *   another one makes needless: an operation is put into the order no sooner than its own response, or that of an
     *   operation that comes after it, requires (just in time). Whoever has had its effect earlier can have had it then.
     * 5 Guards and lock order: none. 6 Linearization points: what is looked for. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: ends at the limit of configurations.
     * 9 Departures, gaps: Lowe goes depth first; breadth first finds the longest prefix that has an order, which is what a
     *   reader wants to see, and ends at the first response that has none. An optional operation may be left out: at its
     *   response the configurations in which it has had no effect stay too. One that is pending has no response.
     *   Not more than 64 operations may be open at once.
     */
    private static final int MOST_OPEN = Long.SIZE;

    private final long mostConfigurations;

    /**
     * A checker that gives up after so many configurations.
     *
     * @param mostConfigurations 1 or more
     */
    public SearchChecker(long mostConfigurations) {
        this.mostConfigurations = mostConfigurations;
    }

    /** The operations in the order that was found, last first. */
    private record Link(int operation, Link before, int length) {
        static Link after(Link before, int operation) {
            return new Link(operation, before, before == null ? 1 : before.length + 1);
        }

        static List<Integer> last(Link link) {
            List<Integer> operations = new ArrayList<>();
            for (Link at = link; at != null && operations.size() < Verdict.WINDOW; at = at.before) {
                operations.add(at.operation);
            }
            Collections.reverse(operations);
            return operations;
        }
    }

    /** What a configuration is remembered by. */
    protected record Memory(Object state, long done) {}

    private record Configuration<S>(S state, long done, Link order) {}

    /** Judges it. */
    public final <S> Verdict judge(History history, SequentialSpecification<S> specification) {
        return new Walk<>(history, specification).judge();
    }

    /** By what a configuration is known when it comes again: its state, and which open operations have had their effect. */
    protected Memory memory(Object state, long done) {
        return new Memory(state, done);
    }

    /** Whether an operation may have its effect when those of {@code done} have had theirs: all that come before it have. */
    protected boolean mayComeNext(long earlier, long done) {
        return (earlier & ~done) == 0;
    }

    /** One walk over one history. */
    private final class Walk<S> {
        private final History history;
        private final SequentialSpecification<S> specification;
        private final int[] open = new int[MOST_OPEN];
        private final long[] earlier = new long[MOST_OPEN];
        private long used;
        private long tried;
        private Collection<Configuration<S>> configurations;

        Walk(History history, SequentialSpecification<S> specification) {
            this.history = history;
            this.specification = specification;
            this.configurations = List.of(new Configuration<>(specification.start(), 0, null));
        }

        Verdict judge() {
            int[] place = new int[history.size()];
            long answered = 0;
            for (long event : events()) {
                int operation = (int) event & Integer.MAX_VALUE;
                if (!isResponse(event)) {
                    if (used == -1L) {
                        return Verdict.unknown("more than " + MOST_OPEN + " operations were open at once", answered);
                    }
                    place[operation] = Long.numberOfTrailingZeros(~used);
                    call(operation, place[operation]);
                    continue;
                }
                Collection<Configuration<S>> before = configurations;
                configurations = afterResponse(place[operation]);
                if (tried > mostConfigurations) {
                    return Verdict.unknown("gave up after " + mostConfigurations + " configurations", answered);
                }
                if (configurations.isEmpty()) {
                    return refuse(before, operation, answered);
                }
                free(place[operation]);
                answered++;
            }
            return Verdict.linearizable(history.size());
        }

        private void call(int operation, int place) {
            earlier[place] = 0;
            for (long rest = used; rest != 0; rest &= rest - 1) {
                int other = Long.numberOfTrailingZeros(rest);
                if (history.isInProgramOrder(open[other], operation)) {
                    earlier[place] |= 1L << other;
                }
            }
            used |= 1L << place;
            open[place] = operation;
        }

        private void free(int place) {
            used &= ~(1L << place);
            for (long rest = used; rest != 0; rest &= rest - 1) {
                earlier[Long.numberOfTrailingZeros(rest)] &= ~(1L << place);
            }
        }

        /** Calls and responses in their order: moment, whether it is a response, operation. Calls first at a moment. */
        private long[] events() {
            long[] events = new long[2 * history.size()];
            int count = 0;
            for (int operation = 0; operation < history.size(); operation++) {
                events[count++] = (long) history.invocation(operation) << 32 | operation;
                if (history.response(operation) != History.PENDING) {
                    events[count++] = (long) history.response(operation) << 32 | 1L << 31 | operation;
                }
            }
            long[] all = Arrays.copyOf(events, count);
            Arrays.sort(all);
            return all;
        }

        private boolean isResponse(long event) {
            return (event & 1L << 31) != 0;
        }

        /** What is possible after the response of the operation at a place. */
        private Collection<Configuration<S>> afterResponse(int responding) {
            long bit = 1L << responding;
            Map<Memory, Configuration<S>> result = new LinkedHashMap<>();
            Map<Memory, Configuration<S>> seen = new LinkedHashMap<>();
            Deque<Configuration<S>> todo = new ArrayDeque<>();
            for (Configuration<S> each : configurations) {
                tried++;
                if ((each.done & bit) != 0) {
                    keep(result, each, each.done & ~bit);
                } else {
                    if (history.isOptional(open[responding])) {
                        keep(result, each, each.done);
                    }
                    if (seen.putIfAbsent(memory(each.state, each.done), each) == null) {
                        todo.add(each);
                    }
                }
            }
            while (!todo.isEmpty() && tried <= mostConfigurations) {
                Configuration<S> from = todo.poll();
                S now = mayComeNext(earlier[responding], from.done)
                        ? specification.after(from.state, open[responding])
                        : null;
                if (now != null) {
                    keep(
                            result,
                            new Configuration<>(now, from.done, Link.after(from.order, open[responding])),
                            from.done);
                    if (specification.isRead(open[responding])) {
                        // It changes nothing anywhere, so whatever else might have come before it may as well come
                        // after it.
                        continue;
                    }
                }
                for (long rest = used & ~from.done & ~bit; rest != 0; rest &= rest - 1) {
                    int place = Long.numberOfTrailingZeros(rest);
                    S next = mayComeNext(earlier[place], from.done)
                            ? specification.after(from.state, open[place])
                            : null;
                    if (next == null) {
                        continue;
                    }
                    Configuration<S> after =
                            new Configuration<>(next, from.done | 1L << place, Link.after(from.order, open[place]));
                    tried++;
                    if (seen.putIfAbsent(memory(after.state, after.done), after) == null) {
                        todo.add(after);
                    }
                }
            }
            return result.values();
        }

        private void keep(Map<Memory, Configuration<S>> result, Configuration<S> configuration, long done) {
            result.putIfAbsent(
                    memory(configuration.state, done),
                    new Configuration<>(configuration.state, done, configuration.order));
        }

        /** There is no order: shows the longest one that there was, and what would have had to come next. */
        private Verdict refuse(Collection<Configuration<S>> before, int responding, long answered) {
            Configuration<S> longest = null;
            for (Configuration<S> each : before) {
                if (longest == null || length(each) > length(longest)) {
                    longest = each;
                }
            }
            List<Integer> rejected = new ArrayList<>(List.of(responding));
            for (long rest = used & ~longest.done; rest != 0; rest &= rest - 1) {
                int operation = open[Long.numberOfTrailingZeros(rest)];
                if (operation != responding) {
                    rejected.add(operation);
                }
            }
            return Verdict.violated(
                    history.text(responding) + ": in no order; the longest one leads to " + longest.state,
                    HistoryWindow.prefix(history, Link.last(longest.order), rejected),
                    answered);
        }

        private int length(Configuration<S> configuration) {
            return configuration.order == null ? 0 : configuration.order.length;
        }
    }
}
