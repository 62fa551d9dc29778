package dev.latchwork.tla.proof;

import dev.latchwork.tla.proof.ring.RingVariables;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Random walks of a {@link RingWorld} that fill the ring, empty it and go around it. */
final class RandomRingStates {
    /** Steps in which as much comes as goes, before and after the ring is filled or emptied on purpose. */
    private static final int PHASE = 110;

    private final Random random;

    RandomRingStates(Random random) {
        this.random = random;
    }

    /** Visits every state of a walk. */
    void walk(int steps, Consumer<RingWorld> visit) {
        RingWorld world = new RingWorld(random.nextInt(RingVariables.SIZE));
        for (int taken = 0; taken < steps; taken++) {
            visit.accept(world);
            boolean fills = taken / PHASE % 2 == 0;
            world = next(world, fills).apply(world.copy());
        }
    }

    private UnaryOperator<RingWorld> next(RingWorld world, boolean fills) {
        List<UnaryOperator<RingWorld>> steps = new ArrayList<>();
        int worker = RingWorld.BUSY.get(random.nextInt(RingWorld.BUSY.size()));
        int other = world.another();
        if (!world.isSubmitted(RingWorld.OBSERVED)) {
            if (world.isFull()) {
                // Otherwise hardly any walk leaves the observed one over.
                return next -> next.prepare(RingWorld.OBSERVED);
            }
            steps.add(next -> next.prepare(RingWorld.OBSERVED));
        }
        if (world.isInBatch(RingWorld.OBSERVED)) {
            steps.add(next -> next.insertOrLeaveOver(RingWorld.OBSERVED));
        }
        if (world.isLeftOver(RingWorld.OBSERVED)) {
            steps.add(next -> next.performSynchronously(RingWorld.OBSERVED));
        }
        if (world.hand(worker) >= 0) {
            steps.add(next -> next.complete(worker));
        } else if (!world.isEmpty() && (!fills || random.nextInt(8) == 0)) {
            steps.add(next -> next.consume(worker));
        }
        if (fills || steps.isEmpty()) {
            steps.add(next -> next.prepare(other).insertOrLeaveOver(other));
            steps.add(next -> next.prepare(other).insertOrLeaveOver(other));
        } else if (world.anotherInBatch() < 0) {
            steps.add(next -> next.prepare(other));
        }
        return steps.get(random.nextInt(steps.size()));
    }
}
