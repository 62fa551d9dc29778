package dev.latchwork.tla.proof;

import dev.latchwork.verification.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was proved, obligation by obligation, and which step each mistake breaks, as text. Confined to one thread.
 */
public final class ProofTable {
    private final List<String> proofs = new ArrayList<>();
    private final List<String> mutants = new ArrayList<>();

    /** Adds a proof: one row for each obligation, and the counterexamples of those that are not met. */
    public List<String> add(String title, List<Result> results) {
        List<String> block = new ArrayList<>();
        double seconds = results.stream().mapToDouble(Result::seconds).sum();
        long met = results.stream()
                .filter(result -> result.outcome() == Outcome.HELD)
                .count();
        block.add(String.format(
                Locale.ROOT, "%s: %d of %d obligations met, %.2f s", title, met, results.size(), seconds));
        for (Result result : results) {
            block.add(String.format(
                    Locale.ROOT, "  %-42s %-9s %8.3f s", result.obligation(), result.outcome(), result.seconds()));
            result.counterexamples()
                    .values()
                    .forEach(shown -> block.add(shown.toString().indent(4).stripTrailing()));
        }
        proofs.addAll(block);
        return block;
    }

    /** Adds a mistake: the steps that it breaks, what fails after them, and a counterexample for the first of each. */
    public List<String> addMutant(String title, List<Result> results) {
        List<String> block = new ArrayList<>();
        block.add(title);
        for (Result result : results) {
            if (result.outcome() != Outcome.HELD) {
                Map<String, Counterexample> shown = result.counterexamples();
                block.add(String.format(
                        Locale.ROOT,
                        "  breaks %s (%s): %s",
                        result.obligation().about(),
                        result.outcome(),
                        String.join(", ", shown.keySet())));
                shown.values().stream()
                        .limit(1)
                        .forEach(one -> block.add(one.toString().indent(4).stripTrailing()));
            }
        }
        mutants.addAll(block);
        return block;
    }

    /** Everything that was added: the proofs, then the mistakes. */
    @Override
    public String toString() {
        return Stream.concat(proofs.stream(), mutants.stream())
                .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
    }
}
