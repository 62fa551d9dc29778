package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.model.history.RegistryModel;
import java.util.Optional;

/** Holds what came of {@link RegistryOperations} against the model of the registry. */
public final class RegistryJudge implements Judge {
    @Override
    public boolean accepts(History history) {
        return history.isLinearizable(RegistryModel.empty(), RegistryJudge::next);
    }

    @Override
    public LongestOrder explain(History history) {
        return history.longestOrder(RegistryModel.empty(), RegistryJudge::next);
    }

    private static Optional<RegistryModel> next(RegistryModel model, History.Entry entry) {
        return switch (entry.call().operation()) {
            case "enter" -> entry.result() instanceof Integer slot ? model.register(slot) : Optional.empty();
            case "leave" -> entry.result() instanceof Integer slot ? leave(model, slot) : Optional.empty();
            case "ask" ->
                entry.result() instanceof Boolean first
                        ? model.ask((Integer) entry.call().arguments().get(0), first)
                        : Optional.empty();
            default -> throw new IllegalArgumentException("the model knows no " + entry.call());
        };
    }

    private static Optional<RegistryModel> leave(RegistryModel model, int slot) {
        return slot >= 0 ? model.release(slot) : model.stay(-1 - slot);
    }
}
