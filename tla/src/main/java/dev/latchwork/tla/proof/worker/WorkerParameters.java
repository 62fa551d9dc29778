package dev.latchwork.tla.proof.worker;

import dev.latchwork.tla.proof.Variable;

/** What the actions of the worker method are given. Stateless. */
public final class WorkerParameters {
    /** The worker that takes the step. */
    public static final Variable WORKER = Variable.worker("w");
    /** The worker whose latch is set. */
    public static final Variable WAKEUP_TARGET = Variable.worker("t");
    /** How many I/Os a batch has. */
    public static final Variable BATCH_SIZE = Variable.number("Len(b)");
    /** The new pool size. */
    public static final Variable POOL_SIZE = Variable.number("n");
    /** Whether another debtor of the same kind owes the same target too, which a set of targets does not tell. */
    public static final Variable STILL_OWED = Variable.flag("owed by another too");
    /** Whether it is the debtor's last wakeup, which a set of targets does not tell. */
    public static final Variable LAST = Variable.flag("owes nothing more");

    private WorkerParameters() {}
}
