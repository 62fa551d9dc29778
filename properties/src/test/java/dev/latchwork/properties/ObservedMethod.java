package dev.latchwork.properties;

import dev.latchwork.aio.worker.Parts;
import dev.latchwork.aio.worker.WalkedMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** A worker method that is taken along written-down steps; what is seen after each of them is written down as well. */
final class ObservedMethod {
    private final WalkedMethod method;
    private final Function<WalkedMethod, String> look;
    private final List<String> seen = new ArrayList<>();
    private boolean ended;

    /**
     * Nothing runs.
     *
     * @param look what is looked at after each step
     */
    ObservedMethod(int poolSize, int queueSize, Parts parts, Function<WalkedMethod, String> look) {
        method = new WalkedMethod(poolSize, queueSize, 1, 3, parts);
        this.look = look;
    }

    /** Takes a step and looks. */
    ObservedMethod then(Function<WalkedMethod, String> step) {
        if (!ended) {
            seen.add(attempt(() -> step.apply(method) + ": " + look.apply(method)));
        }
        return this;
    }

    /** What the shipped code throws is seen as well, and nothing after it. */
    private String attempt(Supplier<String> step) {
        try {
            return step.get();
        } catch (RuntimeException e) {
            ended = true;
            return e.toString();
        }
    }

    /** One line for each look. */
    String seen() {
        return String.join("\n", seen) + "\n";
    }

    int steps() {
        return seen.size();
    }
}
