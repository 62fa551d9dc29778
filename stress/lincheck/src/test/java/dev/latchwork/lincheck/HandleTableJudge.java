package dev.latchwork.lincheck;

import dev.latchwork.aio.session.HandleUses.Acquired;
import dev.latchwork.aio.session.HandleUses.Awaited;
import dev.latchwork.aio.session.HandleUses.Delivered;
import dev.latchwork.aio.session.HandleUses.Look;
import dev.latchwork.aio.session.HandleUses.Seen;
import dev.latchwork.lincheck.History.Entry;
import dev.latchwork.lincheck.History.LongestOrder;
import dev.latchwork.lincheck.Scenario.Call;
import dev.latchwork.model.history.HandleTableModel;
import dev.latchwork.model.history.HandleTableModel.View;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Holds what came of {@link HandleOperations} against the model of the handle table. An operation is as many steps of the
 * model as it has effects: an acquire that takes handles back reclaims each of them and then hands one out, and somebody may
 * look in between.
 */
public abstract class HandleTableJudge implements Judge {
    private static final String REFUSED = "refused";

    private final int perSession;

    private HandleTableJudge(int perSession) {
        this.perSession = perSession;
    }

    /** Of sessions with one handle. */
    public static final class OneHandle extends HandleTableJudge {
        public OneHandle() {
            super(1);
        }
    }

    /** Of sessions with two handles. */
    public static final class TwoHandles extends HandleTableJudge {
        public TwoHandles() {
            super(2);
        }
    }

    @Override
    public boolean accepts(History history) {
        return taken(history).isLinearizable(idle(), HandleTableJudge::next);
    }

    @Override
    public final History taken(History history) {
        return history.inSteps(HandleTableJudge::steps);
    }

    @Override
    public final LongestOrder explain(History taken) {
        return taken.longestOrder(idle(), HandleTableJudge::next);
    }

    private HandleTableModel idle() {
        return HandleTableModel.idle(HandleOperations.SESSIONS, perSession);
    }

    private static List<Entry> steps(Entry entry) {
        List<Entry> steps = new ArrayList<>();
        List<Object> arguments = entry.call().arguments();
        Object result = entry.result();
        if (result instanceof Acquired acquired) {
            addReclaims(acquired.delivered(), steps);
            steps.add(step("acquire", true, arguments.get(0), acquired.handle()));
        } else if (result instanceof Awaited awaited) {
            addReclaims(awaited.delivered(), steps);
            if (awaited.seen().look() != Look.UNKNOWN) {
                steps.add(step("isOver", true, arguments.get(1), arguments.get(2)));
            }
            steps.add(step("look", awaited.seen(), arguments.get(1), arguments.get(2)));
        } else if (result instanceof Seen seen) {
            steps.add(step("look", seen, arguments.get(0), arguments.get(1)));
        } else if (result instanceof Look look) {
            if (look == Look.UNKNOWN) {
                steps.add(step("look", new Seen(look, 0), arguments.get(1), arguments.get(2)));
            } else {
                steps.add(step("isOver", look == Look.ENDED, arguments.get(1), arguments.get(2)));
            }
        } else if (result instanceof Integer handle && entry.call().operation().equals("submit")) {
            steps.add(step("stage", true, handle));
            steps.add(step("submit", true, handle));
        } else if (result instanceof Integer handle) {
            steps.add(step("complete", true, handle, arguments.get(0)));
        } else {
            // An exception above all.
            steps.add(step(REFUSED, result));
        }
        return steps;
    }

    private static void addReclaims(List<Delivered> delivered, List<Entry> steps) {
        for (Delivered each : delivered) {
            steps.add(step("reclaim", true, each.handle(), each.use(), each.result()));
        }
    }

    private static Entry step(String name, Object result, Object... arguments) {
        return new Entry(Call.of(name, arguments), result, List.of());
    }

    private static Optional<HandleTableModel> next(HandleTableModel model, Entry step) {
        return switch (step.call().operation()) {
            case "acquire" -> model.acquire(argument(step, 0), argument(step, 1));
            case "stage" -> model.stage(argument(step, 0));
            case "submit" -> model.submit(argument(step, 0));
            case "complete" -> model.complete(argument(step, 0), argument(step, 1));
            case "reclaim" -> model.reclaim(argument(step, 0), argument(step, 1), argument(step, 2));
            case "isOver" -> model.isOver(argument(step, 0), argument(step, 1), (Boolean) step.result());
            case "look" -> look(model, step, (Seen) step.result());
            case REFUSED -> Optional.empty();
            default -> throw new IllegalArgumentException("the model knows no " + step.call());
        };
    }

    private static Optional<HandleTableModel> look(HandleTableModel model, Entry step, Seen seen) {
        View view = switch (seen.look()) {
            case UNKNOWN -> View.UNKNOWN;
            case PENDING -> View.PENDING;
            case COMPLETED -> View.COMPLETED;
            case ENDED -> View.ENDED;
        };
        return model.look(argument(step, 0), argument(step, 1), view, seen.result());
    }

    private static int argument(Entry step, int index) {
        return (Integer) step.call().arguments().get(index);
    }
}
