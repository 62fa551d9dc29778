package dev.latchwork.verification;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies each {@link CatalogueGap.Rule} to a catalogue's entries. Immutable. */
record GapFinder(List<Check> checks, List<Mutant> mutants) {

    List<CatalogueGap> find() {
        List<CatalogueGap> gaps = new ArrayList<>();
        mutants.forEach(mutant -> lookAt(mutant, gaps));
        checks.stream().filter(check -> Mutant.isId(check.subject())).forEach(check -> lookAt(check, gaps));
        return List.copyOf(gaps);
    }

    private void lookAt(Mutant mutant, List<CatalogueGap> gaps) {
        if (!mutant.equivalent() && mutant.expectedKillers().isEmpty()) {
            gaps.add(new CatalogueGap(
                    CatalogueGap.Rule.MUTANT_HAS_KILLER,
                    mutant.id(),
                    "mutant " + mutant.id() + " has no expected killer"));
        }
        for (Harness killer : mutant.expectedKillers()) {
            if (checks.stream().noneMatch(check -> isToKill(check, mutant.id()) && check.harness() == killer)) {
                gaps.add(new CatalogueGap(
                        CatalogueGap.Rule.KILLER_HAS_CHECK,
                        mutant.id(),
                        "mutant " + mutant.id() + " is expected to be killed by " + killer
                                + ", which has no check that expects it to be violated"));
            }
        }
    }

    private void lookAt(Check check, List<CatalogueGap> gaps) {
        Optional<Mutant> subject = mutants.stream()
                .filter(mutant -> mutant.id().equals(check.subject()))
                .findFirst();
        if (subject.isEmpty()) {
            gaps.add(new CatalogueGap(
                    CatalogueGap.Rule.SUBJECT_EXISTS,
                    check.subject(),
                    "check " + check.id() + " judges mutant " + check.subject() + ", which is not in the catalogue"));
        } else if (isToKill(check, check.subject())
                && !subject.get().expectedKillers().contains(check.harness())) {
            gaps.add(new CatalogueGap(
                    CatalogueGap.Rule.CHECK_IS_OF_KILLER,
                    check.subject(),
                    "check " + check.id() + " expects to kill mutant " + check.subject() + ", of which "
                            + check.harness() + " is no expected killer"));
        }
    }

    private static boolean isToKill(Check check, String mutant) {
        return check.subject().equals(mutant) && check.expected() == Outcome.VIOLATED;
    }
}
