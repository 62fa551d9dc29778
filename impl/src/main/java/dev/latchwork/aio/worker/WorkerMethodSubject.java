package dev.latchwork.aio.worker;

import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import java.util.Set;

/**
 * A worker method that somebody brings to be judged: its name, its parts, and what it claims of itself. An implementation
 * has a public constructor without parameters. The methods may be called by any thread, and often: a check that looks at ten
 * thousand interleavings asks for the parts of ten thousand worker methods.
 */
public interface WorkerMethodSubject {
    /** What verdicts call it: one word of letters, digits, dots, hyphens and underscores. */
    String name();

    /**
     * The parts, made from {@link WorkerSeams#reference()} by its {@code with} methods. What has state is given as a
     * factory, so that each worker method has its own; a {@link WakeupPolicy} gives each worker its own by
     * {@link WakeupPolicy#ofWorker}. Latches come from {@link #newLatch}; threads, probe, clock and supervisor's latch are the
     * checks' own.
     */
    WorkerSeams seams();

    /**
     * A slot's latch.
     *
     * @param parker what it parks in: not the subject's own, because some checks cannot see a thread that parks
     */
    default Latch newLatch(Parker parker) {
        return new Latch(parker);
    }

    /**
     * The variant of the specification whose steps it claims to take ({@code reference}, {@code postgres-19}, ...), or an empty
     * string for none: then it is judged by the invariants alone.
     */
    default String variant() {
        return "";
    }

    /** The properties that it gives up on purpose, such as {@code WorkConserving}: they are expected to be violated. */
    default Set<String> givesUp() {
        return Set.of();
    }
}
