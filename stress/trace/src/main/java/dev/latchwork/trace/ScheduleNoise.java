package dev.latchwork.trace;

import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.probe.ForwardingProbe;
import dev.latchwork.aio.probe.Probe;
import dev.latchwork.aio.probe.Step;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Lets other threads go first, now and then, before and after a step outside the queue lock, so that a run comes to orders
 * that a scheduler alone seldom makes. Thread-safe.
 */
public final class ScheduleNoise extends ForwardingProbe {
    private final int every;

    /**
     * Noise around what {@code next} is told.
     *
     * @param every once in so many calls, at random; 1 or more
     */
    public ScheduleNoise(Probe next, int every) {
        super(next);
        this.every = every;
    }

    @Override
    public long before(Step step, int actor, IoHandle io) {
        // A request is announced inside the lock, where nobody may be kept waiting.
        if (step != Step.REQUEST_SHUTDOWN && step != Step.INTERRUPT) {
            makeRoom();
        }
        return super.before(step, actor, io);
    }

    @Override
    public void after(long begun, Step step, int actor, int argument) {
        super.after(begun, step, actor, argument);
        makeRoom();
    }

    @SuppressWarnings("ThreadPriorityCheck") // noise is all that is wanted; nothing waits for it
    private void makeRoom() {
        if (ThreadLocalRandom.current().nextInt(every) == 0) {
            Thread.yield();
        }
    }
}
