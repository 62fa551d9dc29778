package dev.latchwork.properties;

import dev.latchwork.aio.handle.Handle;
import dev.latchwork.aio.latch.ConditionVariable;
import dev.latchwork.aio.session.IoWaiter;
import dev.latchwork.aio.session.WalkedHandles;
import dev.latchwork.model.completion.ExecutorAction;
import dev.latchwork.model.completion.OwnerAction;
import dev.latchwork.mutants.M62_ForgetsOneWaiter;
import dev.latchwork.mutants.M63_SameGeneration;
import dev.latchwork.mutants.M67_ComparesNoGeneration;
import dev.latchwork.properties.mutants.M88_NoBroadcast;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * The shipped handles, in their table, with those who wait for them, beside the executable specification of the completion
 * side: uses that follow each other, references that outlive them, waits that sleep and are woken.
 */
class HandleLifePropertiesIT {
    /**
     * After each step every handle has the model's state, generation and result, every owner has got the outcome of its use,
     * every session waits where the model's does with its latch as there, and every reference ever taken tells whether its
     * use is over. Kills M62, M63, M67 and M88, below.
     */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/HandleLife/reference", budget = Budget.HANDLE_LIFE, unit = "steps")
    void handlesLiveAsInTheModel(@ForAll(supplier = HandleWalk.Supplier.class) HandleWalk walk) {
        HandleWalker walker = judge(walk, WalkedHandles.Parts.reference());
        Floor.atLeast(25, "every handle reused", walker.reused());
        Floor.atLeast(25, "slept and was woken", walker.sleeps() > 0);
        Floor.atLeast(5, "waited for a use that was over", walker.staleWaits() > 0);
        Floor.atLeast(40, "failed", walker.did(ExecutorAction.CompleteFailed.class));
        Floor.atLeast(40, "given back", walker.did(OwnerAction.Release.class));
    }

    /** The same property sees M62: a broadcast forgets one of those that wait. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/HandleLife/M62", budget = Budget.HANDLE_LIFE, unit = "steps")
    void forgottenWaiterIsFoundOut(@ForAll(supplier = HandleWalk.Supplier.class) HandleWalk walk) {
        judge(walk, new WalkedHandles.Parts(Handle::new, M62_ForgetsOneWaiter::new, IoWaiter::new));
    }

    /** The same property sees M63: the next use of a handle has the generation of the last. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/HandleLife/M63", budget = Budget.HANDLE_LIFE, unit = "steps")
    void generationThatStaysIsFoundOut(@ForAll(supplier = HandleWalk.Supplier.class) HandleWalk walk) {
        judge(walk, new WalkedHandles.Parts(M63_SameGeneration::new, ConditionVariable::new, IoWaiter::new));
    }

    /** The same property sees M67: a waiter does not compare generations, and sleeps for a use that is over. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/HandleLife/M67", budget = Budget.HANDLE_LIFE, unit = "steps")
    void waitForAUseThatIsOverIsFoundOut(@ForAll(supplier = HandleWalk.Supplier.class) HandleWalk walk) {
        judge(walk, new WalkedHandles.Parts(Handle::new, ConditionVariable::new, M67_ComparesNoGeneration::new));
    }

    /** The same property sees M88: who completes an I/O forgets the broadcast. */
    @Property(edgeCases = EdgeCasesMode.NONE)
    @Judges(value = "jqwik/HandleLife/M88", budget = Budget.HANDLE_LIFE, unit = "steps")
    void missingBroadcastIsFoundOut(@ForAll(supplier = HandleWalk.Supplier.class) HandleWalk walk) {
        judge(walk, new WalkedHandles.Parts(M88_NoBroadcast::new, ConditionVariable::new, IoWaiter::new));
    }

    private static HandleWalker judge(HandleWalk walk, WalkedHandles.Parts parts) {
        HandleWalker walker = new HandleWalker(walk.bounds(), parts);
        try {
            walker.walk(walk.choices());
        } finally {
            Work.did(walker.steps());
        }
        return walker;
    }
}
