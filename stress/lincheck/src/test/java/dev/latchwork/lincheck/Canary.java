package dev.latchwork.lincheck;

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
}
