package dev.latchwork.tla.proof;

import dev.latchwork.model.Action;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.Wakeups;
import dev.latchwork.model.WorkerPoint;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** States of the executable model: those of random walks, and made-up ones that need not be reachable. */
record RandomStates(Protocol model, Random random) {

    private static final List<WorkerPoint> POINTS = List.of(WorkerPoint.values());

    private static final int FAN_OUT = Variant.FAN_OUT;

    static final Bounds BOUNDS = Bounds.builder()
            .workers(3)
            .submitters(2)
            .ios(12)
            .ringSize(4)
            .maxBatch(3)
            .reloads(15, 1, 2, 3)
            .interrupts(15)
            .reopenFailures(15)
            .build();

    /** A walk from the first state, until nothing can happen or after {@code most} steps. */
    void walk(int most, Consumer<ProtocolState> visitor) {
        ProtocolState state = model.initial();
        for (int step = 0; step < most; step++) {
            visitor.accept(state);
            List<Action> enabled = model.enabled(state);
            if (enabled.isEmpty()) {
                return;
            }
            state = model.step(state, enabled.get(random.nextInt(enabled.size())));
        }
    }

    /** Any bits, points and numbers; only what an agent holds agrees with its point, or the step would have no sense. */
    ProtocolState anything() {
        int workers = BOUNDS.workers();
        int all = 1 << workers;
        int submitted = random.nextInt(BOUNDS.ios() - BOUNDS.maxBatch());
        return model.initial().with(next -> {
            next.idle(random.nextInt(all));
            next.starting(random.nextInt(2));
            if (model.variant().wakeup().accounting() == Wakeups.EXACT) {
                next.underWay(random.nextInt(all));
            }
            next.target(1 + random.nextInt(workers));
            for (int io = 1; io <= submitted; io++) {
                next.io(io, IoStatus.SUBMITTED);
            }
            for (int position = random.nextInt(BOUNDS.capacity() + 1); position > 0; position--) {
                next.insert(1 + random.nextInt(BOUNDS.ios()));
            }
            for (int w = 0; w < workers; w++) {
                WorkerPoint point = POINTS.get(random.nextInt(POINTS.size()));
                next.point(w, point);
                next.inUse(w, point != WorkerPoint.VACANT);
                next.latch(w, random.nextBoolean());
                next.exitRequested(w, random.nextInt(3) == 0);
                next.hand(w, 1 + random.nextInt(BOUNDS.ios()));
                if (point == WorkerPoint.WAKE_PEER) {
                    next.owe(w, target());
                    if (random.nextInt(FAN_OUT)
                            < model.variant().wakeup().fanOut().peers(FAN_OUT) - 1) {
                        next.owe(w, target());
                    }
                }
            }
            if (random.nextBoolean()) {
                next.addLeaver(owedByLeaver(all));
            }
            if (random.nextBoolean()) {
                next.addLeaver(WakeupTarget.setOf(WakeupTarget.NOBODY));
            }
            for (int s = 0; s < BOUNDS.submitters(); s++) {
                if (random.nextBoolean()) {
                    next.submitterPoint(s, SubmitterPoint.SUBMIT_SET_LATCH);
                    next.submitterOwed(s, random.nextInt(workers));
                }
            }
        });
    }

    /** What a leaver can owe under the exit policy: one target, or any latches. */
    private int owedByLeaver(int all) {
        return model.variant().exit().handOver() == HandOver.ALL_PEERS
                ? 1 + random.nextInt(all - 1)
                : WakeupTarget.setOf(target());
    }

    private int target() {
        int target = random.nextInt(BOUNDS.workers() + 1);
        return target == BOUNDS.workers() ? WakeupTarget.NULL_LATCH : target;
    }
}
