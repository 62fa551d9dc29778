package dev.latchwork.tla.states;

import dev.latchwork.tla.graph.GraphFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import tlc2.tool.TLCState;

/**
 * Program: writes the whole state graph of a model, as texts.
 *
 * <p>Arguments: folder, module, configuration, {@link GraphFile} to write.
 */
public final class WriteGraph {
    private final StateSpace space;
    private final GraphFile.Writer file;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final Deque<TLCState> unexpanded = new ArrayDeque<>();

    private WriteGraph(StateSpace space, GraphFile.Writer file) {
        this.space = space;
        this.file = file;
    }

    /** Exits with 0 if the graph was written. */
    public static void main(String[] arguments) throws IOException {
        StateSpace space = StateSpace.read(Path.of(arguments[0]), arguments[1], arguments[2]);
        try (GraphFile.Writer file = new GraphFile.Writer(Path.of(arguments[3]))) {
            new WriteGraph(space, file).write();
        }
        // TLC has left a thread behind.
        System.exit(0);
    }

    private void write() throws IOException {
        for (TLCState initial : space.initialStates()) {
            number(initial, true);
        }
        while (!unexpanded.isEmpty()) {
            TLCState state = unexpanded.remove();
            int from = numbers.get(state.fingerPrint());
            for (Transition transition : space.transitions(state)) {
                file.edge(from, transition.action(), transition.arguments(), number(transition.successor(), false));
            }
        }
    }

    private int number(TLCState state, boolean isInitial) throws IOException {
        Integer known = numbers.putIfAbsent(state.fingerPrint(), numbers.size());
        if (known != null) {
            return known;
        }
        file.state(StateText.of(state), isInitial);
        unexpanded.add(state);
        return numbers.size() - 1;
    }
}
