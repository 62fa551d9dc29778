package dev.latchwork.verification;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every check, every mutant and every canary of the project. Immutable.
 *
 * <p>It comes from this module's resources and, for TLC, from the manifest beside the specification. An entry that is
 * wrong in itself keeps the catalogue from loading; entries that do not fit together are listed as
 * {@linkplain #gaps() gaps}, so that one harness's gap does not stop the others from running.
 */
public final class Catalogue {
    private static final String ROOT = "latchwork.root";

    private final Map<String, Check> checks;
    private final Map<String, Mutant> mutants;
    private final List<Canary> canaries;
    private final List<CatalogueGap> gaps;

    private Catalogue(Map<String, Check> checks, Map<String, Mutant> mutants, List<Canary> canaries) {
        this.checks = checks;
        this.mutants = mutants;
        this.canaries = List.copyOf(canaries);
        this.gaps = new GapFinder(checks(), mutants()).find();
    }

    /**
     * The catalogue of these entries, without canaries.
     *
     * @throws CatalogueException if two checks or two mutants have the same id
     */
    public static Catalogue of(List<Check> checks, List<Mutant> mutants) {
        return of(checks, mutants, List.of());
    }

    /**
     * The catalogue of these entries, and of those of the canaries behind them.
     *
     * @throws CatalogueException if two checks or two mutants have the same id
     */
    public static Catalogue of(List<Check> checks, List<Mutant> mutants, List<Canary> canaries) {
        List<Check> sorted = Stream.concat(checks.stream(), canaries.stream().map(Canary::check))
                .sorted(Comparator.comparing(Check::harness))
                .toList();
        List<Mutant> all = Stream.concat(mutants.stream(), canaries.stream().map(Canary::mutant))
                .toList();
        return new Catalogue(byId("check", sorted, Check::id), byId("mutant", all, Mutant::id), canaries);
    }

    /**
     * The catalogue of the project at {@code root}; without a TLC manifest there it has no check of TLC.
     *
     * @throws CatalogueException if an entry is malformed or stands there twice
     */
    public static Catalogue load(Path root) {
        return load(Optional.of(root));
    }

    /**
     * The catalogue of the project that the system property {@code latchwork.root} names; without that property it has
     * no check of TLC.
     *
     * @throws CatalogueException if an entry is malformed or stands there twice
     */
    static Catalogue ofProject() {
        return load(Optional.ofNullable(System.getProperty(ROOT)).map(Path::of));
    }

    private static Catalogue load(Optional<Path> root) {
        List<Check> checks = new ArrayList<>(CatalogueFiles.readChecks());
        root.filter(TlcManifest::existsBelow)
                .map(TlcManifest::readBelow)
                .map(TlcManifest::checks)
                .ifPresent(checks::addAll);
        return of(checks, CatalogueFiles.readMutants(), CatalogueFiles.readCanaries());
    }

    /**
     * The check {@code id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Check check(String id) {
        Check check = checks.get(id);
        if (check == null) {
            throw new IllegalArgumentException("the catalogue has no check '" + id + "'; checks stand in"
                    + " checks/<harness>.json of the verification module, those of TLC in its manifest");
        }
        return check;
    }

    /** All checks, those of canaries too, in the order of their harnesses. Unmodifiable. */
    public List<Check> checks() {
        return List.copyOf(checks.values());
    }

    /** All mutants, in the order in which they are listed, those of canaries last. Unmodifiable. */
    public List<Mutant> mutants() {
        return List.copyOf(mutants.values());
    }

    /** All canaries, in the order in which they are listed. Unmodifiable. */
    public List<Canary> canaries() {
        return canaries;
    }

    /** Where checks and mutants do not fit together. Unmodifiable, empty when all is well. */
    public List<CatalogueGap> gaps() {
        return gaps;
    }

    private static <T> Map<String, T> byId(String kind, List<T> entries, Function<T, String> id) {
        Map<String, T> byId = new LinkedHashMap<>();
        for (T entry : entries) {
            if (byId.put(id.apply(entry), entry) != null) {
                throw new CatalogueException(kind + " '" + id.apply(entry) + "' stands in the catalogue twice");
            }
        }
        return byId;
    }
}
