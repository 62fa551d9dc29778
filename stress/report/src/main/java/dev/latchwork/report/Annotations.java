package dev.latchwork.report;

import dev.latchwork.verification.TlcManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The findings as commands of GitHub Actions, each at the line of the catalogue that says what should have come out. GitHub
 * shows ten of a step and drops the others, so the last one says how many more there are. Immutable.
 *
 * @param findings the findings
 * @param root the project's root
 */
record Annotations(List<Finding> findings, Path root) {
    private static final int SHOWN = 10;

    private static final Path CATALOGUE =
            Path.of("stress", "verification", "src", "main", "resources", "dev", "latchwork", "verification");

    /** At most ten lines for the console. */
    List<String> lines() {
        if (findings.size() <= SHOWN) {
            return findings.stream().map(this::line).toList();
        }
        List<String> lines = new ArrayList<>(
                findings.stream().limit(SHOWN - 1L).map(this::line).toList());
        lines.add("::error title=Latchwork::"
                + data((findings.size() - lines.size()) + " more findings; the report has them"));
        return lines;
    }

    private String line(Finding finding) {
        Path file = file(finding.about());
        return "::error file=" + property(file.toString().replace('\\', '/')) + ",line="
                + line(file, finding.about()) + ",title="
                + property(finding.reason().words()) + "::"
                + data(finding.message());
    }

    private static Path file(String about) {
        if (about.startsWith("tlc/")) {
            return TlcManifest.PATH;
        }
        int slash = about.indexOf('/');
        return CATALOGUE.resolve(
                slash < 0 ? Path.of("mutants.json") : Path.of("checks", about.substring(0, slash) + ".json"));
    }

    /** The first line of the file that has the check's or mutant's name in quotes; 1 if there is none. */
    private int line(Path file, String about) {
        String name = about.startsWith("tlc/") ? about.split("/", -1)[1] : about;
        Path whole = root.resolve(file);
        if (Files.notExists(whole)) {
            return 1;
        }
        try {
            List<String> lines = Files.readAllLines(whole);
            for (int i = 0; i < lines.size(); i++) {
                if (lines.get(i).contains("\"" + name + "\"")) {
                    return i + 1;
                }
            }
            return 1;
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    private static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    private static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
