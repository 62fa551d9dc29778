package dev.latchwork.tla.states;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import tla2sany.semantic.FormalParamNode;
import tlc2.tool.Action;
import tlc2.tool.StateVec;
import tlc2.tool.TLCState;
import tlc2.tool.impl.FastTool;
import tlc2.util.FP64;
import util.SimpleFilenameToStream;
import util.ToolIO;

/**
 * The states and transitions of one model, computed by TLC. Not thread-safe, and one for each JVM: TLC keeps the model
 * in static fields.
 */
final class StateSpace {
    /*
     * Overview.
     * 1 What it is: a model's next-state relation, split into actions whose arguments are known.
     * 2 Corresponds to: Init and Next of the model.
     * 3 Representation: TLC's FastTool. It splits Next at disjunctions and at quantifiers over constant sets, and keeps
     *   the values that it has bound on the way: so an action here is "Consume with w = 0".
     * 4 Invariants: none.
     * 5 Guards and lock order: none.
     * 6 Linearization points: none.
     * 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: a quantifier over a set that depends on the state is not split; the specification
     *   has none. FP64.Init must come first, or all states have the same fingerprint.
     */
    private static final int FINGERPRINT_POLYNOMIAL = 0;

    private final FastTool tool;
    private final Action[] actions;

    private StateSpace(FastTool tool) {
        this.tool = tool;
        this.actions = tool.getActions();
    }

    /**
     * Reads the model.
     *
     * @param folder the folder of the module, and this JVM's working folder
     * @param module the module's name
     * @param configuration the configuration's name, relative to the folder and without its ending
     */
    static StateSpace read(Path folder, String module, String configuration) {
        FP64.Init(FINGERPRINT_POLYNOMIAL);
        ToolIO.setMode(ToolIO.TOOL);
        return new StateSpace(new FastTool(folder.toString(), module, configuration, new SimpleFilenameToStream()));
    }

    /** The initial states. */
    List<TLCState> initialStates() {
        return all(tool.getInitStates());
    }

    /** Every transition from the state, actions in the order of Next. */
    List<Transition> transitions(TLCState state) {
        List<Transition> transitions = new ArrayList<>();
        for (Action action : actions) {
            for (TLCState successor : all(tool.getNextStates(action, state))) {
                transitions.add(new Transition(action.getName().toString(), arguments(action), successor));
            }
        }
        return transitions;
    }

    private static List<String> arguments(Action action) {
        FormalParamNode[] parameters = action.getOpDef().getParams();
        return Arrays.stream(parameters)
                .map(parameter -> String.valueOf(action.con.lookup(parameter)))
                .toList();
    }

    private static List<TLCState> all(StateVec states) {
        List<TLCState> list = new ArrayList<>();
        for (int index = 0; index < states.size(); index++) {
            TLCState state = states.elementAt(index);
            state.deepNormalize();
            list.add(state);
        }
        return list;
    }
}
