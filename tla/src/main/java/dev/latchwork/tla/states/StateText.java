package dev.latchwork.tla.states;

import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.ValueText;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tlc2.tool.TLCState;
import tlc2.value.impl.BoolValue;
import tlc2.value.impl.FcnLambdaValue;
import tlc2.value.impl.FcnRcdValue;
import tlc2.value.impl.IntValue;
import tlc2.value.impl.ModelValue;
import tlc2.value.impl.RecordValue;
import tlc2.value.impl.SetEnumValue;
import tlc2.value.impl.StringValue;
import tlc2.value.impl.TupleValue;
import tlc2.value.impl.Value;

/** TLC's states as texts of a {@link LabelledGraph}. Stateless. */
final class StateText {
    private StateText() {}

    static String of(TLCState state) {
        Map<String, String> variables = new TreeMap<>();
        Arrays.stream(state.getVars())
                .map(variable -> variable.getName().toString())
                .forEach(name -> variables.put(name, of((Value) state.lookup(name))));
        return LabelledGraph.state(variables);
    }

    private static String of(Value value) {
        if (value instanceof TupleValue tuple) {
            return ValueText.sequence(texts(tuple.elems).toList());
        }
        if (value instanceof FcnRcdValue function) {
            return ofFunction(function);
        }
        if (value instanceof FcnLambdaValue lambda) {
            return of(lambda.toFcnRcd());
        }
        if (value instanceof RecordValue fields) {
            return of(fields.toFcnRcd());
        }
        if (value instanceof StringValue string) {
            return ValueText.string(string.val);
        }
        if (value instanceof BoolValue bool) {
            return ValueText.bool(bool.val);
        }
        if (value instanceof IntValue || value instanceof ModelValue) {
            return value.toString();
        }
        if (value.toSetEnum() instanceof SetEnumValue set) {
            return ValueText.set(texts(set.elems.toArray()).toList());
        }
        throw new IllegalArgumentException("no text for " + value.getClass() + ": " + value);
    }

    private static String ofFunction(FcnRcdValue function) {
        if (function.toTuple() instanceof TupleValue sequence) {
            return of(sequence);
        }
        Map<String, String> elements = new TreeMap<>();
        for (Value argument : function.getDomainAsValues()) {
            elements.put(of(argument), of(function.select(argument)));
        }
        return ValueText.function(elements);
    }

    private static Stream<String> texts(Value[] values) {
        return Arrays.stream(values).map(StateText::of);
    }
}
