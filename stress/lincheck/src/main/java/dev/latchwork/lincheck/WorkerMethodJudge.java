package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.model.history.WorkerMethodModel;
import java.util.List;
import java.util.Optional;

/** Holds what came of {@link TurnOperations} against the model of the worker method. */
public class WorkerMethodJudge implements Judge {
    @Override
    public final boolean accepts(History history) {
        return history.isLinearizable(WorkerMethodModel.empty(TurnOperations.QUEUE_SIZE), this::next);
    }

    @Override
    public final LongestOrder explain(History history) {
        return history.longestOrder(WorkerMethodModel.empty(TurnOperations.QUEUE_SIZE), this::next);
    }

    /** Whether a submitter may be sent away from a busy queue, with nothing queued although there was room. */
    protected boolean isSendingAway() {
        return false;
    }

    /** Whether an I/O may wait beside a worker that sleeps and that nobody is on the way to wake. */
    protected boolean isWorkLeft() {
        return false;
    }

    private Optional<WorkerMethodModel> next(WorkerMethodModel model, History.Entry entry) {
        List<Object> arguments = entry.call().arguments();
        return switch (entry.call().operation()) {
            case "submit", "submitUnreadable" ->
                entry.result() instanceof Integer queued
                        ? submit(model, (Integer) arguments.get(0), (Integer) arguments.get(1), queued)
                        : Optional.empty();
            case "turn" -> entry.result() instanceof Integer executed ? model.turn(executed) : Optional.empty();
            case "ask" -> entry.result() instanceof Boolean ? Optional.of(model) : Optional.empty();
            case "isWorkConserved" ->
                entry.result().equals(true) || isWorkLeft() ? Optional.of(model) : Optional.empty();
            case "rest" -> entry.result() instanceof List<?> executed ? model.rest(ids(executed)) : Optional.empty();
            default -> throw new IllegalArgumentException("the model knows no " + entry.call());
        };
    }

    private Optional<WorkerMethodModel> submit(WorkerMethodModel model, int first, int count, int queued) {
        return queued == 0 && isSendingAway() ? Optional.of(model) : model.submit(first, count, queued);
    }

    private static List<Integer> ids(List<?> executed) {
        return executed.stream().map(Integer.class::cast).toList();
    }
}
