package dev.latchwork.model.history;

import java.util.List;
import java.util.Optional;

/**
 * What the worker method as a whole may do when one operation happens after another: a batch is submitted, a worker takes
 * a turn, everybody comes to rest. It is told what happened and says whether it may, since not all of it is settled: a
 * worker that sleeps, because somebody else was woken or its own wakeup is still on the way, may leave any I/O where it
 * is for now. Only at rest nothing may be left. Immutable.
 */
public final class WorkerMethodModel {
    /** What a turn gives that executed nothing; no id, as ids are not negative. */
    public static final int NOTHING = -1;

    private final SubmissionQueueModel queue;

    private WorkerMethodModel(SubmissionQueueModel queue) {
        this.queue = queue;
    }

    /**
     * Nothing is submitted.
     *
     * @param queueSize slots of the submission queue, a power of two, 2 or more
     */
    public static WorkerMethodModel empty(int queueSize) {
        return new WorkerMethodModel(new SubmissionQueueModel(queueSize));
    }

    /**
     * A batch of the ids from {@code first} on: as many are queued as there is room for, and the submitter performs the
     * rest.
     *
     * @param count ids in the batch, 1 or more
     * @param queued how many were queued, as it is said
     * @return what is then, or empty when that cannot be
     */
    public Optional<WorkerMethodModel> submit(int first, int count, int queued) {
        SubmissionQueueModel after = queue.copy();
        int fit = 0;
        while (fit < count && after.insert(first + fit)) {
            fit++;
        }
        return fit == queued ? Optional.of(new WorkerMethodModel(after)) : Optional.empty();
    }

    /**
     * A worker's turn: it executes the oldest I/O, or nothing.
     *
     * @param executed the I/O, or {@link #NOTHING}
     * @return what is then, or empty when that cannot be
     */
    public Optional<WorkerMethodModel> turn(int executed) {
        if (executed == NOTHING) {
            return Optional.of(this);
        }
        SubmissionQueueModel after = queue.copy();
        return after.consume() == executed ? Optional.of(new WorkerMethodModel(after)) : Optional.empty();
    }

    /**
     * Everybody comes to rest: workers take turns until all of them sleep, and nothing is left then.
     *
     * @param executed the I/Os that were executed meanwhile
     * @return what is then, or empty when that cannot be
     */
    public Optional<WorkerMethodModel> rest(List<Integer> executed) {
        if (!queue.content().equals(executed)) {
            return Optional.empty();
        }
        SubmissionQueueModel after = queue.copy();
        while (after.depth() > 0) {
            after.consume();
        }
        return Optional.of(new WorkerMethodModel(after));
    }
}
