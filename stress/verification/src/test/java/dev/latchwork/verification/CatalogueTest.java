package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTest {
    private static final Path RESOURCES = Path.of("src", "main", "resources", "dev", "latchwork", "verification");

    /** An id stands for one check. Kills: two checks of which one writes over the other's verdict. */
    @Test
    void of_whenTwoChecksOfOneId_thenError() {
        assertEquals(
                "check 'jqwik/Example/reference' stands in the catalogue twice",
                assertThrows(
                                CatalogueException.class,
                                () -> Catalogue.of(List.of(Examples.held(), Examples.held()), List.of()))
                        .getMessage());
    }

    /** An id stands for one mutant. Kills: two mutants that share a row of the matrix. */
    @Test
    void of_whenTwoMutantsOfOneId_thenError() {
        List<Mutant> twins = List.of(Examples.mutant("M01", Harness.TLC), Examples.mutant("M01", Harness.JQWIK));
        assertEquals(
                "mutant 'M01' stands in the catalogue twice",
                assertThrows(CatalogueException.class, () -> Catalogue.of(List.of(), twins))
                        .getMessage());
    }

    /** A check that is not in the catalogue cannot be asked for. Kills: a verdict that nobody expects. */
    @Test
    void check_whenUnknown_thenErrorSaysWhereChecksStand() {
        assertEquals(
                "the catalogue has no check 'jqwik/Exmaple/reference'; checks stand in checks/<harness>.json of the"
                        + " verification module, those of TLC in its manifest",
                assertThrows(
                                IllegalArgumentException.class,
                                () -> Catalogue.of(List.of(Examples.held()), List.of())
                                        .check("jqwik/Exmaple/reference"))
                        .getMessage());
    }

    /** Checks stand in the order of their harnesses. Kills: a report whose groups are torn apart. */
    @Test
    void checks_whenGivenInAnyOrder_thenGroupedByHarness() {
        Check unit = Examples.check("unit/x", "reference", Harness.UNIT, Outcome.HELD);
        assertEquals(
                List.of(unit, Examples.held()),
                Catalogue.of(List.of(Examples.held(), unit), List.of()).checks());
    }

    /** TLC's manifest is part of the catalogue when it is there. Kills: a reader that looks elsewhere. */
    @Test
    void load_whenManifestBelowRoot_thenItsChecksToo(@TempDir Path root) throws IOException {
        Path manifest = root.resolve(TlcManifest.PATH);
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, """
                {"models": [{"cfg": "MCOnlyHere", "module": "MC", "subject": "reference", "expected": "held",
                  "properties": ["TypeOK"], "mutant": false, "phase": "test", "workers": 1, "exit": 0,
                  "distinct": 1, "diameter": 1, "seconds": 0.1, "comment": "none"}]}
                """);

        assertEquals(
                "TypeOK", Catalogue.load(root).check("tlc/MCOnlyHere/TypeOK").property());
    }

    /** A harness can run where the specification is not. Kills: every harness failing for want of the manifest. */
    @Test
    void load_whenNoManifest_thenNoCheckOfTlc(@TempDir Path root) {
        assertEquals(
                List.of(),
                Catalogue.load(root).checks().stream()
                        .filter(check -> check.harness() == Harness.TLC)
                        .toList());
    }

    /** Every resource is one that the catalogue reads. Kills: checks in a file whose name is misspelt. */
    @Test
    void load_whenProjectsOwnResources_thenNoFileIsPassedOver() throws IOException {
        Set<String> read = Arrays.stream(Harness.values())
                .filter(harness -> harness != Harness.TLC)
                .map(CatalogueFiles::checksOf)
                .collect(Collectors.toCollection(TreeSet::new));
        read.add(CatalogueFiles.MUTANTS);
        read.add(CatalogueFiles.CANARIES);
        Set<String> present;
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            present = files.filter(Files::isRegularFile)
                    .map(file -> RESOURCES.relativize(file).toString().replace('\\', '/'))
                    .filter(file -> !file.startsWith("protocol/"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
        Set<String> passedOver = new TreeSet<>(present);
        passedOver.removeAll(read);

        assertEquals(Set.of(), passedOver);
        assertEquals(true, present.contains(CatalogueFiles.MUTANTS));
    }

    /** A mutant that must be killed names by whom. Kills: a mutant that may live in silence. */
    @Test
    void gaps_whenMutantWithoutKiller_thenNamed() {
        assertEquals(
                List.of(new CatalogueGap(
                        CatalogueGap.Rule.MUTANT_HAS_KILLER, "M01", "mutant M01 has no expected killer")),
                Catalogue.of(List.of(), List.of(Examples.mutant("M01"))).gaps());
    }

    /** An equivalent mutant needs no killer. Kills: the rule applied to what nobody can tell apart. */
    @Test
    void gaps_whenEquivalentMutantWithoutKiller_thenNone() {
        assertEquals(
                List.of(),
                Catalogue.of(List.of(), List.of(new Mutant("M01", Area.RING, "Nobody can tell.", true, List.of())))
                        .gaps());
    }

    /**
     * A killer needs a check that expects the violation; one that expects the mutant to hold is none. Kills: any check
     * on the mutant counts.
     */
    @Test
    void gaps_whenKillersCheckExpectsItToHold_thenKillerHasNoCheck() {
        Check survives = Examples.check("jqwik/Example/M01", "M01", Harness.JQWIK, Outcome.HELD);
        assertEquals(
                List.of(new CatalogueGap(
                        CatalogueGap.Rule.KILLER_HAS_CHECK,
                        "M01",
                        "mutant M01 is expected to be killed by jqwik, which has no check that expects it to be"
                                + " violated")),
                Catalogue.of(List.of(survives), List.of(Examples.mutant("M01", Harness.JQWIK)))
                        .gaps());
    }

    /** A killer's check is one of its own harness. Kills: another harness's check that stands in. */
    @Test
    void gaps_whenCheckIsOfAnotherHarness_thenBothAreNamed() {
        Check kills = Examples.check("unit/x", "M01", Harness.UNIT, Outcome.VIOLATED);
        assertEquals(
                List.of(CatalogueGap.Rule.KILLER_HAS_CHECK, CatalogueGap.Rule.CHECK_IS_OF_KILLER),
                Catalogue.of(List.of(kills), List.of(Examples.mutant("M01", Harness.JQWIK))).gaps().stream()
                        .map(CatalogueGap::rule)
                        .toList());
    }

    /** A mutant that is judged is in the catalogue. Kills: a misspelt subject that has no row in the matrix. */
    @Test
    void gaps_whenSubjectIsUnknownMutant_thenNamed() {
        Check kills = Examples.check("unit/x", "M77", Harness.UNIT, Outcome.VIOLATED);
        assertEquals(
                List.of(new CatalogueGap(
                        CatalogueGap.Rule.SUBJECT_EXISTS,
                        "M77",
                        "check unit/x judges mutant M77, which is not in the catalogue")),
                Catalogue.of(List.of(kills), List.of()).gaps());
    }

    /** What fits has no gap. Kills: a finder that always finds. */
    @Test
    void gaps_whenKillerHasItsCheck_thenNone() {
        Check kills = Examples.check("jqwik/Example/M01", "M01", Harness.JQWIK, Outcome.VIOLATED);
        Check survives = Examples.check("tlc/x/y", "M01", Harness.TLC, Outcome.HELD);
        assertEquals(
                List.of(),
                Catalogue.of(List.of(kills, survives, Examples.held()), List.of(Examples.mutant("M01", Harness.JQWIK)))
                        .gaps());
    }

    /**
     * At least 30 of at least 36 mutants are expected to be killed by harnesses of two kinds. Kills: a matrix
     * that has grown by mutants which hang on one harness each.
     */
    @Test
    void mutants_always_thenThirtyHaveTwoKindsOfKillers() {
        List<Mutant> seen = CatalogueFiles.readMutants().stream()
                .filter(mutant -> !mutant.equivalent())
                .toList();
        long two = seen.stream()
                .filter(mutant -> mutant.expectedKillers().size() >= 2)
                .count();
        assertTrue(seen.size() >= 36 && two >= 30, two + " of " + seen.size());
    }

    /** No area is without a mutant. Kills: a part of the worker method in which no mistake was ever tried. */
    @Test
    void mutants_always_thenEveryAreaHasOne() {
        assertEquals(
                EnumSet.allOf(Area.class),
                CatalogueFiles.readMutants().stream()
                        .map(Mutant::area)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Area.class))));
    }
}
