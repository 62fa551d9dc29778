package dev.latchwork.model;

import static dev.latchwork.model.WakeupTarget.NOBODY;
import static dev.latchwork.model.WakeupTarget.NULL_LATCH;

/** The idle set during one critical section that chooses from it. Confined to one step. */
public final class IdleChoice {
    private final int inUseBits;
    private final IdlePolicy policy;
    private int idleBits;

    /** The idle set as the critical section finds it, and the slots that are taken. */
    public IdleChoice(int idleBits, int inUseBits, IdlePolicy policy) {
        this.idleBits = idleBits;
        this.inUseBits = inUseBits;
        this.policy = policy;
    }

    /** Takes one worker out of the set; a target whose slot is free is the null latch, nobody if the set is empty. */
    public int choose(Choice choice) {
        return choose(choice, -1);
    }

    /** The same among those of {@code candidates} that are in the set. */
    public int choose(Choice choice, int candidates) {
        if ((idleBits & candidates) == 0) {
            return NOBODY;
        }
        int worker = choice.among(idleBits & candidates);
        if (worker == NOBODY) {
            return NOBODY;
        }
        idleBits = policy.onChoice().after(idleBits, worker);
        return (inUseBits & (1 << worker)) != 0 ? worker : NULL_LATCH;
    }

    /** What is left of the set. */
    public int idleBits() {
        return idleBits;
    }
}
