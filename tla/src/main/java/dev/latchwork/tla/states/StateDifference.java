package dev.latchwork.tla.states;

import dev.latchwork.tla.trace.Counterexample.Change;
import dev.latchwork.tla.trace.Counterexample.Variable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tla2sany.semantic.OpDeclNode;
import tlc2.tool.TLCState;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.Value;

/** Shows states, and what differs between two. */
final class StateDifference {
    private StateDifference() {}

    /** The variables of the state, in the order of their declaration. */
    static List<Variable> variables(TLCState state) {
        return names(state)
                .map(name -> new Variable(name, value(state, name).toString()))
                .toList();
    }

    /** What has changed, in the order of their declaration; of a function, the elements that have. */
    static List<Change> between(TLCState before, TLCState after) {
        List<Change> changes = new ArrayList<>();
        names(before).forEach(name -> {
            Value from = value(before, name);
            Value to = value(after, name);
            if (!from.equals(to)) {
                changes.addAll(changes(name, from, to));
            }
        });
        return changes;
    }

    private static List<Change> changes(String name, Value from, Value to) {
        if (!(from instanceof FcnRcdValue before) || !(to instanceof FcnRcdValue after)) {
            return List.of(new Change(name, from.toString(), to.toString()));
        }
        return Arrays.stream(before.getDomainAsValues())
                .filter(element -> !before.select(element).equals(after.select(element)))
                .map(element -> new Change(
                        name + "[" + element + "]",
                        before.select(element).toString(),
                        after.select(element).toString()))
                .toList();
    }

    /** TLC has its own order; a reader expects that of the modules, the specification's variables before the bounds'. */
    private static Stream<String> names(TLCState state) {
        return Arrays.stream(state.getVars())
                .sorted(Comparator.comparing(StateDifference::isBound)
                        .thenComparing(variable -> variable.getLocation().beginLine()))
                .map(variable -> variable.getName().toString());
    }

    private static boolean isBound(OpDeclNode variable) {
        return variable.getLocation().source().startsWith("MC");
    }

    private static Value value(TLCState state, String name) {
        return (Value) state.lookup(name);
    }
}
