package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.model.history.SubmissionQueueModel;
import java.util.Optional;

/** Holds what came of given scenarios of {@link QueueOperations} against the model of the submission queue. */
public final class QueueJudge implements Judge {
    @Override
    public LongestOrder explain(History taken) {
        return taken.longestOrder(new SubmissionQueueModel(QueueOperations.SIZE), QueueJudge::next);
    }

    @Override
    public boolean accepts(History history) {
        return history.isLinearizable(new SubmissionQueueModel(QueueOperations.SIZE), QueueJudge::next);
    }

    private static Optional<SubmissionQueueModel> next(SubmissionQueueModel model, History.Entry entry) {
        SubmissionQueueModel after = model.copy();
        Object expected = switch (entry.call().operation()) {
            case "insert" -> after.insert((Integer) entry.call().arguments().get(0));
            case "consume" -> after.consume();
            case "depth" -> after.depth();
            default -> throw new IllegalArgumentException("the model knows no " + entry.call());
        };
        return expected.equals(entry.result()) ? Optional.of(after) : Optional.empty();
    }
}
