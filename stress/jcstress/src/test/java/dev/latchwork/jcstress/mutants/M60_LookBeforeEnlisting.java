package dev.latchwork.jcstress.mutants;

import dev.latchwork.aio.latch.ConditionVariable;
import dev.latchwork.aio.latch.ConditionVariable.Waiter;
import java.util.function.BooleanSupplier;

/** M60: a waiter looks before it enlists, and not again. */
public final class M60_LookBeforeEnlisting {
    private M60_LookBeforeEnlisting() {}

    /** Whether the waiter goes on to block: the legal order with its two steps exchanged. */
    public static boolean wouldPark(ConditionVariable variable, Waiter waiter, BooleanSupplier done) {
        boolean over = done.getAsBoolean();
        variable.prepareToSleep(waiter);
        return !over && waiter.latch().wouldPark();
    }
}
