package dev.latchwork.tla.proof;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.tla.proof.mutants.M165_StepTakenBackwards;
import dev.latchwork.tla.timeline.ProofTimeline;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;

/**
 * Proves systems and refutes mutants, writes one verdict for each property, and all of it as a table to a file of the
 * report.
 */
final class ProofChecks {
    private static final Path REPORT = Path.of(System.getProperty("latchwork.report.dir"));
    private final ProofTable table = new ProofTable();
    private final String file;

    ProofChecks(String file) {
        this.file = file;
    }

    /** Writes what was proved until now. */
    void writeTable() throws IOException {
        Files.createDirectories(REPORT);
        Files.writeString(REPORT.resolve(file), table.toString());
    }

    /** Each obligation of the system is met. */
    DynamicContainer prove(ProofCase proved) {
        String name = name(proved);
        return dynamicContainer(proved.subject() + " " + name, tests(name, proved));
    }

    private Stream<DynamicTest> tests(String name, ProofCase proved) {
        List<String> properties = properties(proved);
        Map<String, CheckRun> runs = new LinkedHashMap<>();
        properties.forEach(property -> runs.put(property, CheckRun.start(checkId(name, property, proved.subject()))));
        List<Result> results = prove(proved.system());
        print(table.add(name + ", " + proved.subject(), results));
        return properties.stream()
                .map(property -> dynamicTest(property, () -> finish(runs.get(property), name, property, results)));
    }

    /** A property that is not proved, of the system that should have it, has a trace like that of a mistake. */
    private static void finish(CheckRun run, String name, String property, List<Result> results) throws IOException {
        Outcome outcome = outcome(results, property);
        boolean hasStep = results.stream()
                .flatMap(result -> result.counterexamples().values().stream())
                .anyMatch(shown -> shown.action() != null);
        if (outcome == Outcome.VIOLATED && hasStep) {
            Counterexample shown = shown(results, property);
            boolean isConjunct = !shown.broken().equals(property);
            ProofTimeline.of(module(name), shown, isConjunct, run.check())
                    .orElseThrow()
                    .writeWithin(REPORT);
        }
        run.finish(outcome, Effort.of("obligations", results.size()));
    }

    /** A property is proved if the beginning has the invariant, every step keeps it, and it implies the property. */
    static Outcome outcome(List<Result> results, String property) {
        List<Outcome> needed = results.stream()
                .filter(result -> result.obligation().kind() != Obligation.Kind.IMPLIES
                        || result.obligation().about().equals(property))
                .map(Result::outcome)
                .toList();
        if (needed.contains(Outcome.VIOLATED)) {
            return Outcome.VIOLATED;
        }
        return needed.stream().allMatch(outcome -> outcome == Outcome.HELD) ? Outcome.HELD : Outcome.UNKNOWN;
    }

    /** The mistake breaks exactly the step in which it is, and after it exactly what it is said to. */
    DynamicTest refute(ProofMutant mutant) {
        return dynamicTest(mutant.id(), () -> assertBreaksItsOwnStep(mutant));
    }

    private void assertBreaksItsOwnStep(ProofMutant mutant) throws IOException {
        String name = name(mutant.right());
        String property = mutant.property();
        CheckRun run = CheckRun.start(checkId(name, property, mutant.id()));
        List<Result> results = proveChanged(mutant);
        List<String> block = table.addMutant(
                mutant.id() + " in " + name + ", " + mutant.right().subject(), results);
        print(block);
        Map<String, Set<String>> broken = results.stream()
                .filter(result -> result.outcome() != Outcome.HELD)
                .collect(Collectors.toMap(
                        result -> result.obligation().about(),
                        result -> result.counterexamples().keySet()));
        Path witness = REPORT.resolve("traces").resolve(checkId(name, property, mutant.id()) + ".txt");
        Files.createDirectories(witness.getParent());
        Files.writeString(witness, witnessText(results));
        Counterexample shown = shown(results, property);
        Timeline trace = ProofTimeline.of(module(name), shown, isConjunct(mutant), run.check())
                .orElseThrow();
        trace.writeWithin(REPORT);
        boolean seen = broken.values().stream().anyMatch(names -> names.contains(property));
        run.finish(
                seen ? Outcome.VIOLATED : outcome(results, property),
                Effort.of("obligations", results.size()),
                witness,
                inWords(mutant, broken));
        assertEquals(mutant.broken(), broken);
        assertEquals(List.of(), ProofTraceFaults.of(trace, mutant, shown));
    }

    /** The traces of these mistakes say what the formulas say. */
    void judgeTraces(List<ProofMutant> mutants) {
        CheckRun right = CheckRun.start("proof/CounterexampleTrace/reference");
        CheckRun wrong = CheckRun.start("proof/CounterexampleTrace/M165");
        List<String> ofRight = new ArrayList<>();
        List<String> ofWrong = new ArrayList<>();
        for (ProofMutant mutant : mutants) {
            Counterexample shown = shown(proveChanged(mutant), mutant.property());
            Timeline trace = ProofTimeline.of(module(name(mutant.right())), shown, isConjunct(mutant), right.check())
                    .orElseThrow();
            ofRight.addAll(ProofTraceFaults.of(trace, mutant, shown));
            ofWrong.addAll(ProofTraceFaults.of(M165_StepTakenBackwards.of(trace), mutant, shown));
        }
        finish(right, ofRight, mutants.size());
        finish(wrong, ofWrong, mutants.size());
    }

    private static void finish(CheckRun run, List<String> faults, long traces) {
        run.finish(
                faults.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("traces", traces),
                null,
                faults.stream().findFirst().orElse(null));
    }

    /** The counterexample of the property, if a step breaks it, or else the first that has a step. */
    private static Counterexample shown(List<Result> results, String property) {
        return results.stream()
                .flatMap(result -> result.counterexamples().values().stream())
                .filter(shown -> shown.action() != null)
                .min(Comparator.comparing(shown -> !shown.broken().equals(property)))
                .orElseThrow();
    }

    /** The specification's module whose actions the formulas of a system are. */
    private static String module(String system) {
        return switch (system) {
            case "Completion" -> "Completion";
            case "SubmissionQueue" -> "WorkerMethodRing";
            default -> "WorkerMethod";
        };
    }

    private static boolean isConjunct(ProofMutant mutant) {
        return properties(mutant.right()).stream().noneMatch(property -> property.equals(mutant.property()));
    }

    /**
     * What is broken. A conjunct that is there only to carry the properties through every step is no property: without it the
     * proof fails, and whether anything else does is for another harness to show.
     */
    private static String inWords(ProofMutant mutant, Map<String, Set<String>> broken) {
        String steps = broken.entrySet().stream()
                .filter(step -> step.getValue().contains(mutant.property()))
                .map(Map.Entry::getKey)
                .sorted()
                .collect(Collectors.joining(", "));
        return !isConjunct(mutant)
                ? "not kept by " + steps
                : "not inductive any more: conjunct " + mutant.property() + " is not kept by " + steps
                        + ". A conjunct is no property, and this no proof that one fails";
    }

    private static String witnessText(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.counterexamples().values().stream())
                .map(Counterexample::toString)
                .collect(Collectors.joining(System.lineSeparator().repeat(2), "", System.lineSeparator()));
    }

    /** The mistake breaks no step, so that this proof does not see it. */
    void overlook(ProofMutant mutant, String property) {
        CheckRun run = CheckRun.start(checkId(name(mutant.right()), property, mutant.id()));
        List<Result> results = proveChanged(mutant);
        run.finish(outcome(results, property), Effort.of("obligations", results.size()));
    }

    /** What is left to prove of a mutant: an unchanged obligation is met, since the system without the mistake is proved. */
    private static List<Result> proveChanged(ProofMutant mutant) {
        try (Terms t = new Terms()) {
            Prover prover = new Prover(t);
            InductiveProof right = new InductiveProof(t, mutant.right().system().apply(t), prover);
            return new InductiveProof(t, mutant.system(t), prover).proveWhatDiffersFrom(right);
        }
    }

    private static List<Result> prove(Function<Terms, TransitionSystem> system) {
        try (Terms t = new Terms()) {
            return new InductiveProof(t, system.apply(t), new Prover(t)).prove();
        }
    }

    static String name(ProofCase proved) {
        try (Terms t = new Terms()) {
            return proved.system().apply(t).name();
        }
    }

    static List<String> properties(ProofCase proved) {
        try (Terms t = new Terms()) {
            return proved.system().apply(t).propertyNames();
        }
    }

    private static String checkId(String name, String property, String subject) {
        return "proof/" + name + "/" + property + "/" + subject;
    }

    private static void print(List<String> block) {
        block.forEach(line -> System.out.println("[proof] " + line));
    }
}
