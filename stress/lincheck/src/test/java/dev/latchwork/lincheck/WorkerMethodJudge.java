package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.model.history.WorkerMethodModel;
import java.util.List;
import java.util.Optional;

/** Holds what came of {@link TurnOperations} against the model of the worker method. */
public final class WorkerMethodJudge implements Judge {
    @Override
    public boolean accepts(History history) {
        return history.isLinearizable(WorkerMethodModel.empty(TurnOperations.QUEUE_SIZE), WorkerMethodJudge::next);
    }

    @Override
    public LongestOrder explain(History history) {
        return history.longestOrder(WorkerMethodModel.empty(TurnOperations.QUEUE_SIZE), WorkerMethodJudge::next);
    }

    private static Optional<WorkerMethodModel> next(WorkerMethodModel model, History.Entry entry) {
        List<Object> arguments = entry.call().arguments();
        return switch (entry.call().operation()) {
            case "submit", "submitUnreadable" ->
                entry.result() instanceof Integer queued
                        ? model.submit((Integer) arguments.get(0), (Integer) arguments.get(1), queued)
                        : Optional.empty();
            case "turn" -> entry.result() instanceof Integer executed ? model.turn(executed) : Optional.empty();
            case "ask" -> entry.result() instanceof Boolean ? Optional.of(model) : Optional.empty();
            case "isWorkConserved" -> entry.result().equals(true) ? Optional.of(model) : Optional.empty();
            case "rest" -> entry.result() instanceof List<?> executed ? model.rest(ids(executed)) : Optional.empty();
            default -> throw new IllegalArgumentException("the model knows no " + entry.call());
        };
    }

    private static List<Integer> ids(List<?> executed) {
        return executed.stream().map(Integer.class::cast).toList();
    }
}
