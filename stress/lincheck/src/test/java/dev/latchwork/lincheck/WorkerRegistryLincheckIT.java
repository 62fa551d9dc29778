package dev.latchwork.lincheck;

import dev.latchwork.lincheck.Scenario.Call;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The shipped registry, under the queue lock, is linearizable on three threads: a worker that registers has the lowest free
 * slot, a request to exit reaches the worker that has the slot at that moment, once, and who was asked leaves. The pool
 * has been asked for more workers than it began with. Bounded: the first interleavings of each scenario.
 */
class WorkerRegistryLincheckIT {
    private static final int INVOCATIONS = LincheckBudget.turnInvocations();
    private static final List<Call> ASK_ALL = List.of(ask(0), ask(1), ask(2));

    /** The n-th thread has worker n. Slots are handed on from one worker to the next while somebody asks for them. */
    private static final List<Scenario> SCENARIOS = List.of(
            new Scenario(
                    List.of(enter(0), enter(1), ask(0)),
                    List.of(List.of(leave(0), enter(0)), List.of(ask(1), leave(1)), List.of(enter(2), ask(0))),
                    ASK_ALL),
            new Scenario(
                    List.of(enter(0)),
                    List.of(List.of(leave(0)), List.of(enter(1), ask(0)), List.of(ask(0), enter(2))),
                    ASK_ALL));

    /** The shipped registry is linearizable. Kills: seed-D. */
    @Test
    void registry_whenThreeThreadsInterleave_thenAsTheModel() {
        registry("reference", RegistryOperations.Reference.class)
                .mustFindNothing((long) SCENARIOS.size() * INVOCATIONS);
    }

    /**
     * Fault D: the third worker looks for a slot behind the end of those that were made for two. C goes on there; Java objects,
     * and that is how the fault shows.
     */
    @Test
    void registry_whenPoolHasGrownBeyondItsFirstSize_thenOverrun() {
        registry("seed-D", RegistryOperations.SeedD.class)
                .mustFindThrown("java.lang.ArrayIndexOutOfBoundsException: Index 2 out of bounds for length 2");
    }

    private static Search registry(String subject, Class<? extends RegistryOperations> operations) {
        return Search.scenarios(
                "lincheck/WorkerRegistry/" + subject, operations, RegistryJudge.class, SCENARIOS, INVOCATIONS);
    }

    private static Call enter(int worker) {
        return Call.of("enter", worker);
    }

    private static Call leave(int worker) {
        return Call.of("leave", worker);
    }

    private static Call ask(int slot) {
        return Call.of("ask", slot);
    }
}
