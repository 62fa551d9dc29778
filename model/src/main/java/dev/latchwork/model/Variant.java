package dev.latchwork.model;

/**
 * The decisions of the protocol that may be taken otherwise, as replaceable values. The reference takes the seed's
 * decisions with its two faults corrected; each other variant, and each mutant, replaces one decision and copies
 * nothing. Immutable.
 *
 * @param name the subject of a check, such as {@code reference}
 * @param wakeup who wakes whom
 * @param idle who may be chosen
 * @param exit what a leaving worker does to its peers
 */
public record Variant(String name, WakeupPolicy wakeup, IdlePolicy idle, ExitPolicy exit) {
    /** How many peers a worker of the reference wakes at most. */
    public static final int FAN_OUT = 2;

    /** Clears its idle bit on exit, hands a wakeup over on exit, wakes up to {@value #FAN_OUT} peers. */
    public static final Variant REFERENCE = new Variant(
            "reference",
            new WakeupPolicy(Choice.LOWEST, Choice.LOWEST, FanOut.upTo(FAN_OUT)),
            new IdlePolicy(IdleUpdate.MARK, IdleUpdate.MARK, IdleUpdate.CLEAR, IdleUpdate.CLEAR),
            new ExitPolicy(IdleUpdate.CLEAR, true, Choice.LOWEST));

    /** Fault A alone: an exiting worker leaves its idle bit set. */
    public static final Variant SEED_A = REFERENCE.named("seed-A").clearIdleOnExit(false);

    /** Fault B alone: a worker that leaves takes a pending wakeup with it. */
    public static final Variant SEED_B = REFERENCE.named("seed-B").handOverOnExit(false);

    /** The patch as it is, with both faults. */
    public static final Variant SEED = SEED_A.named("seed").handOverOnExit(false);

    /** This variant under another name. */
    public Variant named(String newName) {
        return new Variant(newName, wakeup, idle, exit);
    }

    /** This variant with another wakeup policy. */
    public Variant with(WakeupPolicy policy) {
        return new Variant(name, policy, idle, exit);
    }

    /** This variant with another idle policy. */
    public Variant with(IdlePolicy policy) {
        return new Variant(name, wakeup, policy, exit);
    }

    /** This variant with another exit policy. */
    public Variant with(ExitPolicy policy) {
        return new Variant(name, wakeup, idle, policy);
    }

    /** The constant {@code ClearIdleOnExit} of the specification. */
    public Variant clearIdleOnExit(boolean value) {
        return with(new ExitPolicy(value ? IdleUpdate.CLEAR : IdleUpdate.KEEP, exit.handsOver(), exit.choice()));
    }

    /** The constant {@code HandOverOnExit} of the specification. */
    public Variant handOverOnExit(boolean value) {
        return with(new ExitPolicy(exit.idle(), value, exit.choice()));
    }

    /** The constant {@code Fanout} of the specification, 0 or more. */
    public Variant fanOut(int limit) {
        return with(new WakeupPolicy(wakeup.onSubmit(), wakeup.onConsume(), FanOut.upTo(limit)));
    }
}
