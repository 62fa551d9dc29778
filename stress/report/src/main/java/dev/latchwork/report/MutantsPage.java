package dev.latchwork.report;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The catalogue's mutants as Markdown, for readers who have not run anything: what is expected, where the report says what
 * came out. Immutable.
 *
 * @param catalogue what to write of
 */
record MutantsPage(Catalogue catalogue) {
    private static final String HEAD = """
            # Mutants

            Every mistake that the harnesses are held against, by what it is made in, and who must find it. The page is
            generated from the catalogue, and a test keeps it so. What came out, how fast and in how many runs, is in the
            matrix of the report that `mvn verify` leaves; what a harness is, and what it cannot see, in
            [harnesses.md](harnesses.md).

            """;

    String markdown() {
        return HEAD + counts() + areas();
    }

    private String counts() {
        List<Mutant> mutants = real().toList();
        long equivalent = mutants.stream().filter(Mutant::equivalent).count();
        long two = mutants.stream()
                .filter(mutant -> mutant.expectedKillers().size() >= 2)
                .count();
        return mutants.size() + " mutants: " + two + " are found by harnesses of two kinds or more, " + equivalent
                + (equivalent == 1 ? " is" : " are") + " equivalent.\n";
    }

    private String areas() {
        return Arrays.stream(Area.values()).map(this::area).collect(Collectors.joining());
    }

    private String area(Area area) {
        String rows =
                real().filter(mutant -> mutant.area() == area).map(this::row).collect(Collectors.joining());
        return rows.isEmpty()
                ? ""
                : "\n## " + area.words().substring(0, 1).toUpperCase(Locale.ROOT)
                        + area.words().substring(1)
                        + "\n\n| mutant | the mistake | found by | looked at, not seen by |\n"
                        + "|---|---|---|---|\n" + rows;
    }

    private String row(Mutant mutant) {
        String found = mutant.equivalent() ? "nobody: equivalent" : words(mutant.expectedKillers());
        return "| " + mutant.id() + " | " + mutant.title() + " | " + found + " | " + words(blind(mutant)) + " |\n";
    }

    /** The harnesses of which every check on the mutant is known not to see it. */
    private List<Harness> blind(Mutant mutant) {
        return catalogue.checks().stream()
                .filter(check -> check.subject().equals(mutant.id()) && check.expected() == Outcome.HELD)
                .map(Check::harness)
                .filter(harness -> !mutant.expectedKillers().contains(harness))
                .distinct()
                .toList();
    }

    private Stream<Mutant> real() {
        return catalogue.mutants().stream()
                .filter(mutant -> catalogue.canaries().stream().noneMatch(canary -> canary.isAbout(mutant.id())));
    }

    private static String words(List<Harness> harnesses) {
        return harnesses.stream().map(Harness::word).collect(Collectors.joining(", "));
    }
}
