package dev.latchwork.lincheck;

import java.util.List;
import java.util.stream.Stream;
import org.jetbrains.lincheck.datastructures.IntGen;
import org.jetbrains.lincheck.datastructures.Operation;
import org.jetbrains.lincheck.datastructures.Param;

/** Operations that fail in each of the ways in which a run can end badly. They are wrong on purpose. */
public final class FailingOperations {
    private final Object first = new Object();
    private final Object second = new Object();
    private volatile boolean happened;
    private int locked;

    public FailingOperations() {
        Invocations.count();
    }

    @Operation
    public int upwards() {
        synchronized (first) {
            synchronized (second) {
                return ++locked;
            }
        }
    }

    @Operation
    public int downwards() {
        synchronized (second) {
            synchronized (first) {
                return ++locked;
            }
        }
    }

    @Operation
    public void await() throws InterruptedException {
        synchronized (first) {
            while (!happened) {
                first.wait();
            }
        }
    }

    @Operation
    public void spin() {
        while (!happened) {
            Thread.onSpinWait();
        }
    }

    @Operation
    public int take(@Param(gen = IntGen.class) int number) {
        return checked(number);
    }

    private int checked(int number) {
        return number < 0 ? refuse(number) : number;
    }

    private int refuse(int number) {
        throw new IllegalArgumentException("no such number: " + number);
    }

    /** Two threads that wait for each other's lock, or never. */
    static Scenario deadlock() {
        return of("upwards", "downwards");
    }

    /** A thread that waits for what nobody tells it, beside one that ends. */
    static Scenario silence() {
        return of("await", "upwards");
    }

    /** A thread that runs and gets nowhere, beside one that ends. */
    static Scenario livelock() {
        return of("spin", "upwards");
    }

    /** A thread that throws, beside one that does not. */
    static Scenario exception() {
        return new Scenario(
                List.of(),
                List.of(
                        List.of(Scenario.Call.of("take", 1), Scenario.Call.of("take", -1)),
                        List.of(Scenario.Call.of("upwards"))),
                List.of());
    }

    private static Scenario of(String one, String other) {
        return new Scenario(
                List.of(Scenario.Call.of("upwards")),
                List.of(List.of(Scenario.Call.of(one)), List.of(Scenario.Call.of(other))),
                List.of());
    }

    /** Accepts all values. */
    public static final class NothingThrown implements Judge {
        @Override
        public boolean accepts(History history) {
            return Stream.of(
                            history.threads().stream().flatMap(List::stream),
                            history.before().stream(),
                            history.after().stream())
                    .flatMap(each -> each)
                    .noneMatch(History.Entry::hasThrown);
        }

        @Override
        public History.LongestOrder explain(History taken) {
            throw new IllegalStateException("every value is accepted");
        }
    }
}
