package dev.latchwork.tla.proof.worker;

import dev.latchwork.tla.proof.Variable;
import java.util.List;
import java.util.stream.Stream;

/** The state of the worker method as the formulas have it. Stateless. */
public final class WorkerVariables {
    /** Number of I/Os in the queue; which they are is the ring's question. */
    public static final Variable DEPTH = Variable.number("Len(queue)");

    public static final Variable IDLE = Variable.workers("idle");
    public static final Variable IN_USE = Variable.workers("inUse");
    public static final Variable LATCH = Variable.workers("latch");
    public static final Variable EXIT_REQUESTED = Variable.workers("exitRequested");

    /** The workers whose {@code point} is this; likewise the next eight. */
    public static final Variable AT_CHECK_INTERRUPTS = at("CheckInterrupts");

    public static final Variable AT_LOOK = at("Look");
    public static final Variable AT_WAKE_PEER = at("WakePeer");
    public static final Variable AT_REOPEN = at("Reopen");
    public static final Variable AT_PERFORM = at("Perform");
    public static final Variable AT_COMPLETE_FAILED = at("CompleteFailed");
    public static final Variable AT_AWAIT = at("Await");
    public static final Variable AT_RESET_LATCH = at("ResetLatch");
    public static final Variable AT_DEREGISTER = at("Deregister");

    /** All program points but {@code Vacant}, which is to be in none of these sets. */
    public static final List<Variable> POINTS = List.of(
            AT_CHECK_INTERRUPTS,
            AT_LOOK,
            AT_WAKE_PEER,
            AT_REOPEN,
            AT_PERFORM,
            AT_COMPLETE_FAILED,
            AT_AWAIT,
            AT_RESET_LATCH,
            AT_DEREGISTER);

    /** Whom a submitter owes a wakeup: the targets of {@code submitterOwed}, of however many submitters. */
    public static final Variable OWED_BY_SUBMITTERS = Variable.workers("owed by submitters");
    /** Whom a worker owes a wakeup: the targets of {@code owed}. */
    public static final Variable OWED_BY_WORKERS = Variable.workers("owed by workers");
    /** Whom a leaver owes a wakeup. */
    public static final Variable OWED_BY_LEAVERS = Variable.workers("owed by leavers");

    /** Whom somebody owes a wakeup, kind of debtor by kind of debtor. */
    public static final List<Variable> OWED = List.of(OWED_BY_SUBMITTERS, OWED_BY_WORKERS, OWED_BY_LEAVERS);

    /** Whether a worker or a leaver has chosen a slot without a worker, and will set a null latch. */
    public static final Variable NULL_LATCH_OWED = Variable.flag("NullLatch owed");

    /** Workers that were chosen and have not looked at the queue since: what the policy {@code exact} counts. */
    public static final Variable UNDER_WAY = Variable.workers("underWay");

    public static final Variable STARTING = Variable.number("starting");
    /** Leavers that have a latch to set. */
    public static final Variable LEAVERS_OWING = Variable.number("leavers that owe");

    public static final Variable LEAVERS_FREE = Variable.number("leavers[None]");
    public static final Variable TARGET = Variable.number("target");

    /** All of them. */
    public static final List<Variable> ALL = Stream.of(
                    Stream.of(DEPTH, IDLE, IN_USE, LATCH, EXIT_REQUESTED),
                    POINTS.stream(),
                    OWED.stream(),
                    Stream.of(NULL_LATCH_OWED, UNDER_WAY, STARTING, LEAVERS_OWING, LEAVERS_FREE, TARGET))
            .flatMap(variables -> variables)
            .toList();

    private WorkerVariables() {}

    private static Variable at(String point) {
        return Variable.workers("at " + point);
    }
}
