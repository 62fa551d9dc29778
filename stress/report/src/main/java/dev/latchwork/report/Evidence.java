package dev.latchwork.report;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What should have been written, beside what was. Immutable. */
final class Evidence {
    private final Catalogue catalogue;
    private final Map<String, Verdict> written;
    private final List<Finding> refused;

    private Evidence(Catalogue catalogue, Map<String, Verdict> written, List<Finding> refused) {
        this.catalogue = catalogue;
        this.written = written;
        this.refused = refused;
    }

    /**
     * Reads every verdict of the folder that is of the build {@code build}, and looks at the traces beside it; without the
     * folder there is none.
     *
     * @throws UncheckedIOException if the folder cannot be listed
     */
    static Evidence gather(Catalogue catalogue, VerdictFolder folder, String build) {
        Map<String, Verdict> written = new LinkedHashMap<>();
        List<Finding> refused = new ArrayList<>();
        for (Path file : files(folder)) {
            try {
                Verdict verdict = folder.read(file);
                if (build.equals(verdict.build())) {
                    written.put(verdict.id(), verdict);
                } else {
                    refused.add(ofAnotherBuild(verdict, build));
                }
            } catch (IOException e) {
                String name = folder.path().relativize(file).toString();
                refused.add(Finding.of(Finding.Reason.UNREADABLE, name, name + ": " + e.getMessage()));
            }
        }
        refused.addAll(new TraceFolder(folder.path().getParent()).refused());
        return new Evidence(catalogue, written, List.copyOf(refused));
    }

    /** It may be on other code than that of this build. */
    private static Finding ofAnotherBuild(Verdict verdict, String build) {
        return Finding.of(
                Finding.Reason.OF_ANOTHER_BUILD,
                verdict.id(),
                verdict.id() + ": the verdict is of the build " + verdict.build() + ", and this is the build " + build);
    }

    /** The evidence of these verdicts, of which no two are on the same check. */
    static Evidence of(Catalogue catalogue, Collection<Verdict> verdicts) {
        Map<String, Verdict> written = new LinkedHashMap<>();
        verdicts.forEach(verdict -> written.put(verdict.id(), verdict));
        return new Evidence(catalogue, written, List.of());
    }

    private static List<Path> files(VerdictFolder folder) {
        if (Files.notExists(folder.path())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(folder.path())) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(VerdictFolder.SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the verdicts cannot be listed", e);
        }
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** The verdict on a check of the catalogue, {@code not run} if none was written. */
    Verdict on(Check check) {
        return Optional.ofNullable(written.get(check.id())).orElseGet(() -> Verdict.notRun(check));
    }

    /** The verdicts on checks that the catalogue does not have. */
    List<Verdict> strays() {
        Set<String> known = catalogue.checks().stream().map(Check::id).collect(Collectors.toUnmodifiableSet());
        return written.values().stream()
                .filter(verdict -> !known.contains(verdict.id()))
                .toList();
    }

    /** One verdict for each check of the catalogue, in its order, and then the strays. */
    List<Verdict> verdicts() {
        return Stream.concat(catalogue.checks().stream().map(this::on), strays().stream())
                .toList();
    }

    /** The files that are no verdicts or traces, or not of this build. */
    List<Finding> refused() {
        return refused;
    }
}
