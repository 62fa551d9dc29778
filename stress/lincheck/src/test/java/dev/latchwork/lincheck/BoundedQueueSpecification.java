package dev.latchwork.lincheck;

import dev.latchwork.model.history.SubmissionQueueModel;

/** The model of the submission queue as Lincheck wants it: made without parameters, methods named as the operations. */
public final class BoundedQueueSpecification {
    private final SubmissionQueueModel model = new SubmissionQueueModel(QueueOperations.SIZE);

    public boolean insert(int io) {
        return model.insert(io);
    }

    public int consume() {
        return model.consume();
    }

    public int depth() {
        return model.depth();
    }
}
