package dev.latchwork.lincheck;

import java.util.List;
import java.util.Optional;
import org.jetbrains.lincheck.datastructures.Operation;

/** A counter that two threads increment without a guard. It is wrong on purpose; whoever calls it right is broken. */
public final class Canary {
    private int count;

    public Canary() {
        Invocations.count();
    }

    @Operation
    public int increment() {
        int before = count;
        count = before + 1;
        return before;
    }

    /** What a counter does. */
    public static final class Specification {
        private int count;

        public int increment() {
            return count++;
        }
    }

    /** The same as a judge of given scenarios. */
    public static final class CounterJudge implements Judge {
        @Override
        public History.LongestOrder explain(History taken) {
            return taken.longestOrder(0, CounterJudge::next);
        }

        @Override
        public boolean accepts(History history) {
            return history.isLinearizable(0, CounterJudge::next);
        }

        private static Optional<Integer> next(int count, History.Entry entry) {
            return entry.result().equals(count) ? Optional.of(count + 1) : Optional.empty();
        }
    }

    static Scenario threeIncrements() {
        List<Scenario.Call> increment = List.of(Scenario.Call.of("increment"));
        return new Scenario(List.of(), List.of(increment, increment, increment), List.of());
    }
}
