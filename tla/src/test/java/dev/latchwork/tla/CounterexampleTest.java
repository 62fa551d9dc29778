package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.tla.trace.Counterexample.Change;
import dev.latchwork.tla.trace.Counterexample.Step;
import dev.latchwork.tla.trace.Counterexample.Variable;
import dev.latchwork.tla.trace.Ending;
import dev.latchwork.tla.trace.PrintedTrace;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import dev.latchwork.verification.protocol.ProtocolActions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A counterexample that returns to an earlier state, from TLC's output to the table. */
class CounterexampleTest {
    private static final TlcModel TOGGLE = new TlcModel(
            "Toggle_loops",
            "Toggle",
            "toggle",
            Outcome.VIOLATED,
            List.of("Rests"),
            false,
            Phase.TEST,
            1,
            13,
            4,
            4,
            0,
            "");

    private static TlcRunner runner;
    private static PrintedTrace printed;
    private static Counterexample counterexample;

    @BeforeAll
    static void runTlc() throws IOException, InterruptedException {
        Path folder = Project.root().resolve(Path.of("tla", "src", "test", "tla"));
        runner = new TlcRunner(new SpecificationFolder(folder), TlcBudget.ofSystemProperties(), line -> {});
        printed = runner.run(TOGGLE, false).trace();
        counterexample = runner.explain(TOGGLE, printed);
    }

    /** TLC's states and its loop are read. Kills: a reader that loses the last state, or takes a loop for a stop. */
    @Test
    void trace_whenBehaviourReturns_thenStatesAndLoop() {
        assertEquals(4, printed.states().size());
        assertEquals(Ending.LOOPS, printed.ending());
        assertEquals(2, printed.loopsTo());
    }

    /** Every step has its arguments and changes, and the last one closes the loop. Kills: an explanation by name only. */
    @Test
    void explain_whenBehaviourReturns_thenStepsWithArgumentsAndChanges() {
        assertEquals(
                List.of(
                        step("Advance", "0", "1"),
                        step("Advance", "1", "2"),
                        step("Advance", "2", "3"),
                        new Step("Return", List.of(), List.of(new Change("at", "3", "1")))),
                counterexample.steps());
        assertEquals(List.of(new Variable("at", "0")), counterexample.initialState());
        assertEquals(List.of(new Variable("at", "3")), counterexample.lastState());
    }

    /** One line for each step. Kills: a table that drops a step or its arguments. */
    @Test
    void write_whenBehaviourReturns_thenOneLineForEachStep() {
        assertEquals("""
                Rests

                #  action           C                Java             changes
                1  (initial state)
                2  Advance(1)       none: the fault  none: the fault  at: 0 -> 1
                3  Advance(1)       none: the fault  none: the fault  at: 1 -> 2
                4  Advance(1)       none: the fault  none: the fault  at: 2 -> 3
                5  Return           none: the fault  none: the fault  at: 3 -> 1
                State 5 is state 2 again.

                Initial state:
                  at = 0

                Last state:
                  at = 3
                """, new CounterexampleTable(ProtocolActions.load()).write("Rests", counterexample));
    }

    /** A trace that is not the model's is refused. Kills: an explanation that makes steps up. */
    @Test
    void explain_whenNotABehaviour_thenError() {
        List<PrintedTrace.State> states =
                List.of(printed.states().get(0), printed.states().get(2));

        IOException refused = assertThrows(
                IOException.class, () -> runner.explain(TOGGLE, new PrintedTrace(states, Ending.STOPS, 0)));
        assertTrue(refused.getMessage().contains("no Advance leads to"), refused.getMessage());
    }

    private static Step step(String action, String from, String to) {
        return new Step(action, List.of("1"), List.of(new Change("at", from, to)));
    }
}
