package dev.latchwork.model.history;

import dev.latchwork.model.history.QueueHistory.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;

/**
 * A large linearizable history: agents that call, are in the critical section and answer, in an order that a seed says. The
 * first half of the agents insert, the others consume.
 */
final class SimulatedQueueRun {
    private static final int AGENTS = 16;
    private static final int CAPACITY = 63;

    private final SplittableRandom random;
    private final QueueHistory.Builder history = new QueueHistory.Builder(CAPACITY);
    private final Deque<Long> queue = new ArrayDeque<>();
    /** What each agent is about: 0 nothing, 1 has called, 2 was in the critical section. */
    private final int[] phase = new int[AGENTS];

    private final int[] invocation = new int[AGENTS];
    private final int[] witness = new int[AGENTS];
    private final long[] value = new long[AGENTS];
    private final Kind[] kind = new Kind[AGENTS];
    private long nextValue;
    private int moment;

    private SimulatedQueueRun(long seed) {
        random = new SplittableRandom(seed);
    }

    /** A history of so many operations, and those that the agents are about by then. */
    static QueueHistory of(int operations, long seed) {
        SimulatedQueueRun run = new SimulatedQueueRun(seed);
        int answered = 0;
        while (answered < operations) {
            answered += run.step() ? 1 : 0;
        }
        run.answerAll();
        return run.history.build();
    }

    /** Whoever was in the critical section has an answer at last; the others have done nothing. */
    private void answerAll() {
        for (int agent = 0; agent < AGENTS; agent++) {
            if (phase[agent] == 2) {
                moment++;
                answer(agent);
            }
        }
    }

    private void answer(int agent) {
        history.add(kind[agent], agent, value[agent], invocation[agent], moment, witness[agent]);
        phase[agent] = 0;
    }

    /** Lets one agent go on; whether it has answered. */
    private boolean step() {
        int agent = random.nextInt(AGENTS);
        moment++;
        switch (phase[agent]) {
            case 0 -> invocation[agent] = moment;
            case 1 -> enter(agent);
            default -> {
                answer(agent);
                return true;
            }
        }
        phase[agent]++;
        return false;
    }

    private void enter(int agent) {
        witness[agent] = moment;
        if (agent < AGENTS / 2) {
            value[agent] = nextValue++;
            kind[agent] = queue.size() == CAPACITY ? Kind.FULL : Kind.INSERTED;
            if (kind[agent] == Kind.INSERTED) {
                queue.add(value[agent]);
            }
        } else {
            Long oldest = queue.poll();
            kind[agent] = oldest == null ? Kind.EMPTY : Kind.CONSUMED;
            value[agent] = oldest == null ? 0 : oldest;
        }
    }

    /** The same history in which two consumes, far from each other, have changed their values. */
    static QueueHistory withTwoConsumesExchanged(QueueHistory history, int one, int other) {
        QueueHistory.Builder changed = new QueueHistory.Builder(history.capacity());
        for (int operation = 0; operation < history.size(); operation++) {
            int source = operation == one ? other : operation == other ? one : operation;
            changed.add(
                    history.kind(operation),
                    history.agent(operation),
                    history.value(source),
                    history.invocation(operation),
                    history.response(operation),
                    history.witness(operation));
        }
        return changed.build();
    }
}
