package dev.latchwork.tla.states;

import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.tla.trace.Counterexample.Step;
import dev.latchwork.tla.trace.Ending;
import dev.latchwork.tla.trace.PrintedTrace;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tlc2.tool.TLCState;

/**
 * Program: walks a printed counterexample through the state space, and so finds the arguments of its actions.
 *
 * <p>Arguments: folder, module, configuration, file of the {@link PrintedTrace}, file for the {@link Counterexample}.
 */
public final class ExplainTrace {
    private final StateSpace space;

    private ExplainTrace(StateSpace space) {
        this.space = space;
    }

    /** Exits with 0 if every step was found. */
    public static void main(String[] arguments) throws IOException {
        StateSpace space = StateSpace.read(Path.of(arguments[0]), arguments[1], arguments[2]);
        PrintedTrace trace = Json.reader().readValue(Files.readString(Path.of(arguments[3])), PrintedTrace.class);
        Counterexample counterexample = new ExplainTrace(space).explain(trace);
        Files.writeString(Path.of(arguments[4]), Json.writer().writeValueAsString(counterexample));
        // TLC has left a thread behind.
        System.exit(0);
    }

    private Counterexample explain(PrintedTrace trace) {
        List<PrintedTrace.State> printed = trace.states();
        TLCState initial = space.initialStates().stream()
                .filter(state -> isPrintedAs(printed.get(0), state))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the trace begins with no initial state of the model"));
        List<Step> steps = new ArrayList<>();
        List<TLCState> states = new ArrayList<>(List.of(initial));
        for (PrintedTrace.State next : printed.subList(1, printed.size())) {
            TLCState from = states.get(states.size() - 1);
            Transition transition = find(from, next);
            steps.add(step(from, transition));
            states.add(transition.successor());
        }
        TLCState last = states.get(states.size() - 1);
        if (trace.ending() == Ending.LOOPS) {
            steps.add(step(last, findReturn(last, states.get(trace.loopsTo() - 1))));
        }
        return new Counterexample(
                StateDifference.variables(initial),
                steps,
                StateDifference.variables(last),
                trace.ending(),
                trace.loopsTo());
    }

    private Transition find(TLCState from, PrintedTrace.State next) {
        return space.transitions(from).stream()
                .filter(transition -> transition.action().equals(next.action()))
                .filter(transition -> isPrintedAs(next, transition.successor()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + next.action() + " leads to\n" + next.text()));
    }

    private Transition findReturn(TLCState from, TLCState to) {
        return space.transitions(from).stream()
                .filter(transition -> transition.successor().fingerPrint() == to.fingerPrint())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no step leads back to\n" + to));
    }

    private static Step step(TLCState from, Transition transition) {
        return new Step(
                transition.action(), transition.arguments(), StateDifference.between(from, transition.successor()));
    }

    private static boolean isPrintedAs(PrintedTrace.State printed, TLCState state) {
        return state.toString().strip().equals(printed.text());
    }
}
