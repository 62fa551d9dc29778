package dev.latchwork.model;

import java.util.function.IntConsumer;

/**
 * M98: a phase that several threads share ends before its last unit is done. Here that unit is never done, so that what
 * is lost does not depend on who was faster.
 */
final class M98_PhaseEndsEarly extends WorkCrew {
    M98_PhaseEndsEarly() {
        super(2);
    }

    @Override
    void run(int units, IntConsumer unit) {
        super.run(Math.max(1, units - 1), unit);
    }
}
