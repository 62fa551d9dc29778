package dev.latchwork.model;

/**
 * The decisions of the protocol that may be taken otherwise, as replaceable values. The reference takes the seed's
 * decisions with its faults corrected; each other variant, and each mutant, replaces one decision and copies
 * nothing. Immutable.
 *
 * @param name the subject of a check, such as {@code reference}
 * @param wakeup who wakes whom
 * @param idle who may be chosen
 * @param exit what a leaving worker does to its peers
 * @param interrupts where a worker serves an interrupt
 * @param slots how many slots there are
 * @param tryLock whether a submitter that finds the queue lock busy performs its batch itself instead of waiting
 */
public record Variant(
        String name,
        WakeupPolicy wakeup,
        IdlePolicy idle,
        ExitPolicy exit,
        InterruptPolicy interrupts,
        SlotPolicy slots,
        boolean tryLock) {
    /** How many peers a worker of the reference wakes at most. */
    public static final int FAN_OUT = 2;

    /** The seed's algorithm with its faults A to E corrected. */
    public static final Variant REFERENCE = new Variant(
            "reference",
            new WakeupPolicy(Wakeups.FAN_OUT, Choice.LOWEST, Choice.LOWEST, FanOut.upTo(FAN_OUT)),
            new IdlePolicy(IdleUpdate.MARK, IdleUpdate.MARK, IdleUpdate.CLEAR, IdleUpdate.CLEAR),
            new ExitPolicy(IdleUpdate.CLEAR, HandOver.ONE_IDLE_PEER, Choice.LOWEST),
            new InterruptPolicy(true, false),
            SlotPolicy.FOR_EVERY_POOL_SIZE,
            false);

    /** Fault A alone: an exiting worker leaves its idle bit set. */
    public static final Variant SEED_A = REFERENCE.named("seed-A").clearIdleOnExit(false);

    /** Fault B alone: a worker that leaves takes a pending wakeup with it. */
    public static final Variant SEED_B = REFERENCE.named("seed-B").handOverOnExit(HandOver.NOBODY);

    /** Fault C alone: an interrupt between consume and completion ends the worker with the I/O in hand. */
    public static final Variant SEED_C = REFERENCE.named("seed-C").interruptsWithIoInHand(true);

    /** Fault D alone: the registry has only as many slots as the pool was to have at the start. */
    public static final Variant SEED_D = REFERENCE.named("seed-D").slotsForEveryPoolSize(false);

    /** Fault E alone: an interrupt is served only after a wait. */
    public static final Variant SEED_E = REFERENCE.named("seed-E").interruptsAtEveryTurn(false);

    /** The patch as it is, with all five faults. */
    public static final Variant SEED = SEED_A.named("seed")
            .handOverOnExit(HandOver.NOBODY)
            .interruptsWithIoInHand(true)
            .slotsForEveryPoolSize(false)
            .interruptsAtEveryTurn(false);

    /** The reference with exact accounting of wakeups. */
    public static final Variant EXACT = REFERENCE.named("exact").wakeups(Wakeups.EXACT);

    /** As PostgreSQL 18 decides: of the seed's faults it has B. */
    public static final Variant POSTGRES_18 = SEED_B.named("postgres-18");

    /** As PostgreSQL 19 decides. */
    public static final Variant POSTGRES_19 = REFERENCE
            .named("postgres-19")
            .handOverOnExit(HandOver.ALL_PEERS)
            .wakeups(Wakeups.DAMPED)
            .fanOut(1)
            .markIdleOnRegister(false)
            .tryLock(true);

    /** This variant under another name. */
    public Variant named(String newName) {
        return new Variant(newName, wakeup, idle, exit, interrupts, slots, tryLock);
    }

    /** This variant with another wakeup policy. */
    public Variant with(WakeupPolicy policy) {
        return new Variant(name, policy, idle, exit, interrupts, slots, tryLock);
    }

    /** This variant with another idle policy. */
    public Variant with(IdlePolicy policy) {
        return new Variant(name, wakeup, policy, exit, interrupts, slots, tryLock);
    }

    /** This variant with another exit policy. */
    public Variant with(ExitPolicy policy) {
        return new Variant(name, wakeup, idle, policy, interrupts, slots, tryLock);
    }

    private Variant with(InterruptPolicy policy) {
        return new Variant(name, wakeup, idle, exit, policy, slots, tryLock);
    }

    /** The constant {@code Fanout} of the specification, 0 or more. */
    public Variant fanOut(int limit) {
        return with(wakeup.with(FanOut.upTo(limit)));
    }

    /** The constant {@code Wakeups} of the specification. */
    public Variant wakeups(Wakeups value) {
        return with(wakeup.with(value));
    }

    /** The constant {@code ClearIdleOnExit} of the specification. */
    public Variant clearIdleOnExit(boolean value) {
        return with(new ExitPolicy(value ? IdleUpdate.CLEAR : IdleUpdate.KEEP, exit.handOver(), exit.choice()));
    }

    /** The constant {@code HandOverOnExit} of the specification. */
    public Variant handOverOnExit(HandOver value) {
        return with(new ExitPolicy(exit.idle(), value, exit.choice()));
    }

    /** The constant {@code InterruptsWithIoInHand} of the specification. */
    public Variant interruptsWithIoInHand(boolean value) {
        return with(new InterruptPolicy(interrupts.atEveryTurn(), value));
    }

    /** The constant {@code InterruptsAtEveryTurn} of the specification. */
    public Variant interruptsAtEveryTurn(boolean value) {
        return with(new InterruptPolicy(value, interrupts.withIoInHand()));
    }

    /** The constant {@code SlotsForEveryPoolSize} of the specification. */
    public Variant slotsForEveryPoolSize(boolean value) {
        SlotPolicy policy = value ? SlotPolicy.FOR_EVERY_POOL_SIZE : SlotPolicy.FOR_FIRST_POOL_SIZE;
        return new Variant(name, wakeup, idle, exit, interrupts, policy, tryLock);
    }

    /** The constant {@code MarkIdleOnRegister} of the specification. */
    public Variant markIdleOnRegister(boolean value) {
        IdleUpdate onRegister = value ? IdleUpdate.MARK : IdleUpdate.KEEP;
        return with(new IdlePolicy(onRegister, idle.onMarkIdle(), idle.onConsume(), idle.onChoice()));
    }

    /** The constant {@code TryLock} of the specification. */
    public Variant tryLock(boolean value) {
        return new Variant(name, wakeup, idle, exit, interrupts, slots, value);
    }
}
