package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineStep;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** What the trace of a broken proof step tells that the formulas contradict: it is read back, and its states are looked at. Stateless. */
final class ProofTraceFaults {
    private ProofTraceFaults() {}

    /**
     * The faults.
     *
     * @param shown the counterexample that the trace is of
     */
    static List<String> of(Timeline timeline, ProofMutant mutant, Counterexample shown) {
        try (Terms t = new Terms()) {
            TransitionSystem system = mutant.system(t);
            Map<String, String> texts = new LinkedHashMap<>(timeline.header().initial());
            Map<Variable, Long> before = values(system, texts);
            TimelineStep step = timeline.steps().get(0);
            step.changes().forEach(change -> texts.put(change.what(), change.to()));
            Map<Variable, Long> after = values(system, texts);
            Valuation from = Valuation.of(t, system.variables(), before);
            Valuation to = Valuation.of(t, system.variables(), after);

            List<String> faults = new ArrayList<>();
            system.invariant().stream()
                    .filter(conjunct -> !isTrue(conjunct.in(from)))
                    .forEach(conjunct -> faults.add(conjunct.name() + " does not hold before the step"));
            if (!new ConcreteSteps(t, system)
                    .after(shown.action(), before, shown.arguments())
                    .equals(Optional.of(after))) {
                faults.add(shown.action() + " does not lead to the state after the step");
            }
            if (isTrue(broken(system, shown.broken(), from, to))) {
                faults.add(shown.broken() + " holds after the step");
            }
            if (!timeline.header().bad().words().contains(shown.broken())) {
                faults.add("it does not say that " + shown.broken() + " is broken");
            }
            return faults;
        }
    }

    private static BoolExpr broken(TransitionSystem system, String name, Valuation from, Valuation to) {
        return system.stepProperties().stream()
                .filter(property -> property.name().equals(name))
                .map(property -> property.of(from, to))
                .findFirst()
                .or(() -> Stream.concat(system.properties().stream(), system.invariant().stream())
                        .filter(formula -> formula.name().equals(name))
                        .map(formula -> formula.in(to))
                        .findFirst())
                .orElseThrow();
    }

    private static boolean isTrue(BoolExpr condition) {
        return condition.simplify().isTrue();
    }

    private static Map<Variable, Long> values(TransitionSystem system, Map<String, String> texts) {
        Map<Variable, Long> values = new LinkedHashMap<>();
        system.variables().forEach(variable -> values.put(variable, value(variable, texts.get(variable.name()))));
        return values;
    }

    private static long value(Variable variable, String text) {
        return switch (variable.kind()) {
            case WORKERS ->
                Arrays.stream(text.substring(1, text.length() - 1).split(", "))
                        .filter(worker -> !worker.isEmpty())
                        .mapToLong(worker -> 1L << Integer.parseInt(worker))
                        .sum();
            case WORKER -> 1L << Integer.parseInt(text);
            case FLAG, HANDLE_STATE, OUTCOME ->
                LongStream.rangeClosed(0, variable.kind().most())
                        .filter(value -> variable.kind().text(value).equals(text))
                        .findFirst()
                        .orElseThrow();
            case NUMBER, GENERATION -> Long.parseUnsignedLong(text);
        };
    }
}
