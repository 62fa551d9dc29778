package dev.latchwork.model.completion;

import java.util.ArrayList;
import java.util.List;

/**
 * The variables of one handle. Immutable.
 *
 * @param state where in its life
 * @param generation counts its uses, the current one included
 * @param result what the I/O of this use ended with
 * @param waiting sessions on its condition variable, in the order in which they came
 * @param outcomes history: what each use ended with. No action looks at it, only the bounds do
 */
public record HandleVariables(
        HandleState state, int generation, Outcome result, List<Integer> waiting, List<Outcome> outcomes) {

    /** Copies the lists. */
    public HandleVariables {
        waiting = List.copyOf(waiting);
        outcomes = List.copyOf(outcomes);
    }

    static HandleVariables idle() {
        return new HandleVariables(HandleState.IDLE, 1, Outcome.NONE, List.of(), List.of());
    }

    /** Number of the current or last use; 0 before the first. */
    public int use() {
        return outcomes.size();
    }

    /** The use {@code number} is over for everybody: by the count of uses, not by the generation. */
    boolean isOver(int number) {
        return number < use() || state.isCompleted() || state == HandleState.IDLE;
    }

    public HandleVariables state(HandleState next) {
        return new HandleVariables(next, generation, result, waiting, outcomes);
    }

    public HandleVariables generation(int next) {
        return new HandleVariables(state, next, result, waiting, outcomes);
    }

    public HandleVariables result(Outcome next) {
        return new HandleVariables(state, generation, next, waiting, outcomes);
    }

    public HandleVariables waiting(List<Integer> next) {
        return new HandleVariables(state, generation, result, next, outcomes);
    }

    /** {@code session} enlists behind all others. */
    public HandleVariables enlist(int session) {
        return waiting(SequenceEdit.append(waiting, session));
    }

    /** One more use, which has not ended. */
    HandleVariables beginUse() {
        return new HandleVariables(state, generation, result, waiting, SequenceEdit.append(outcomes, Outcome.NONE));
    }

    /** The current use ended with {@code outcome}. */
    public HandleVariables endIo(Outcome outcome) {
        List<Outcome> ended = new ArrayList<>(outcomes);
        ended.set(ended.size() - 1, outcome);
        return new HandleVariables(state, generation, outcome, waiting, ended);
    }
}
