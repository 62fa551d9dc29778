package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.mutants.ModelMutant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TracePrinterTest {

    private static String text(String... lines) {
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    /** Fault A's lost wakeup reads as the story it is: who is retired, who is chosen, and that nobody is woken. */
    @Test
    void print_whenFaultALosesAWakeup_thenOneLineAStep() {
        Trace trace = Explorer.explore(
                        Protocol.of(CheckedBounds.WARM_RESIZE.bounds(), Variant.SEED_A),
                        List.of(Invariants.NO_LOST_WAKEUP))
                .counterexample(Invariants.NO_LOST_WAKEUP)
                .orElseThrow();

        assertEquals(
                text(
                        "   1  Init                        2 workers run, pool size 2",
                        "   2  Reload(1)                   target: 2 -> 1; reloads: 0 -> 1",
                        "   3  RequestShutdown(0)          latch[0]: unset -> set; exitRequested[0]: false -> true",
                        "   4  Await(0)                    point[0]: Await -> ResetLatch",
                        "   5  ResetLatch(0)               latch[0]: set -> unset; point[0]: ResetLatch -> CheckInterrupts",
                        "   6  CheckInterrupts(0)          point[0]: CheckInterrupts -> Deregister",
                        "   7  Deregister(0)               inUse: {0, 1} -> {1}; point[0]: Deregister -> Vacant;"
                                + " leavers: <<>> -> <<{}>>",
                        "   8  Submit(0, <<1>>)            queue: <<>> -> <<1>>; idle: {0, 1} -> {1};"
                                + " io[1]: Unsubmitted -> Submitted"),
                TracePrinter.print(trace));
    }

    /** A lasso ends with what is so for ever. */
    @Test
    void print_whenLasso_thenTellsWhatIsForEver() {
        Exploration stops =
                Explorer.explore(Protocol.of(CheckedBounds.WARM_RESIZE.bounds(), Variant.SEED_B), List.of());
        Exploration spins = Explorer.explore(ModelMutant.SPINS.within(CheckedBounds.SMALL.bounds()), List.of());
        List<LivenessProperty> completes = List.of(LivenessProperty.COMPLETES);

        String stopped = TracePrinter.print(FairCycles.find(stops, completes).get(LivenessProperty.COMPLETES));
        Lasso round = FairCycles.find(spins, completes).get(LivenessProperty.COMPLETES);
        String[] spun = TracePrinter.print(round).split(System.lineSeparator(), -1);

        assertTrue(
                stopped.endsWith(
                        text("  11  (for ever)                  nothing happens: no action that must happen can")),
                stopped);
        int stem = round.stem().length();
        assertEquals(stem + round.cycle().size() + 2, spun.length);
        assertEquals("      (for ever)                  back to state " + stem, spun[spun.length - 2]);
    }
}
