package dev.latchwork.aio.probe;

import dev.latchwork.aio.IoHandle;
import java.io.IOException;

/** Forwards every call to another probe, so that a fault can be injected into a run that is recorded. Thread-safe if both are. */
public class ForwardingProbe implements Probe {
    private final Probe next;

    /** Forwards to {@code next}. */
    public ForwardingProbe(Probe next) {
        this.next = next;
    }

    @Override
    public void after(Step step, int actor, int argument) {
        next.after(step, actor, argument);
    }

    @Override
    public long before(Step step, int actor, IoHandle io) {
        return next.before(step, actor, io);
    }

    @Override
    public void after(long begun, Step step, int actor, int argument) {
        next.after(begun, step, actor, argument);
    }

    @Override
    public void afterSection(
            long begun, Step step, int actor, int argument, int owed, int depth, int running, long idle) {
        next.afterSection(begun, step, actor, argument, owed, depth, running, idle);
    }

    @Override
    public void afterSubmit(
            int session, IoHandle[] batch, int count, int inserted, int owed, int depth, int running, long idle) {
        next.afterSubmit(session, batch, count, inserted, owed, depth, running, idle);
    }

    @Override
    public void afterSubmitSynchronously(int session, IoHandle[] batch, int count) {
        next.afterSubmitSynchronously(session, batch, count);
    }

    @Override
    public void startTakenBack() {
        next.startTakenBack();
    }

    @Override
    public void afterReopen(int worker, IoHandle handle) throws IOException {
        next.afterReopen(worker, handle);
    }
}
