package dev.latchwork.jcstress;

import dev.latchwork.aio.latch.Latch;
import java.util.function.BooleanSupplier;

/**
 * The two loops in which an owner may use its latch (PostgreSQL: the comment of {@code latch.h}), up to their end: there is
 * work, or the owner blocks.
 */
enum LatchLoop {
    /** {@code for (;;) { reset; look for work; wait; }}. */
    RESET_LOOK_WAIT {
        @Override
        End run(Latch latch, BooleanSupplier work) {
            while (true) {
                latch.reset();
                if (work.getAsBoolean()) {
                    return End.WORKS;
                }
                if (latch.wouldPark()) {
                    return End.PARKS;
                }
            }
        }
    },

    /** {@code for (;;) { look for work; wait; reset; }}. */
    LOOK_WAIT_RESET {
        @Override
        End run(Latch latch, BooleanSupplier work) {
            while (!work.getAsBoolean()) {
                if (latch.wouldPark()) {
                    return End.PARKS;
                }
                latch.reset();
            }
            return End.WORKS;
        }
    };

    /** How a loop ends. */
    enum End {
        /** The owner has found work. */
        WORKS,
        /** The owner blocks, until somebody unparks it. */
        PARKS
    }

    /** Runs the loop. It ends, since nobody sets the latch more than once. */
    abstract End run(Latch latch, BooleanSupplier work);
}
