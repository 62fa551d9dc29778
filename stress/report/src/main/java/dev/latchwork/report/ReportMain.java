package dev.latchwork.report;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.CatalogueException;
import dev.latchwork.verification.TlcManifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * The report's program: {@code latchwork.root} names the project's root, {@code latchwork.report.dir} the report's
 * folder, {@code latchwork.build} the build whose verdicts count, and {@code latchwork.baseline}, if it is set, the
 * {@code verification.json} of an earlier build. Exit status 0 if every check is as expected, 1 if the gate found
 * something, 2 if there can be no report.
 */
public final class ReportMain {
    private ReportMain() {}

    /** Makes the report and ends the JVM with its status; no argument is read. */
    public static void main(String[] arguments) {
        System.exit(status());
    }

    private static int status() {
        try {
            Path root = folder("latchwork.root");
            Path report = folder("latchwork.report.dir");
            String named =
                    report.startsWith(root) ? root.relativize(report).toString().replace('\\', '/') : report.toString();
            boolean passed = new Report(
                            report,
                            named,
                            Catalogue.load(root),
                            TlcManifest.existsBelow(root),
                            required("latchwork.build"),
                            root,
                            baseline(),
                            System.getenv())
                    .make(System.out, Instant.now());
            return passed ? 0 : 1;
        } catch (CatalogueException | IllegalArgumentException | IOException e) {
            System.out.println("gate: FAILED, there is no report: " + e.getMessage());
            return 2;
        }
    }

    /** The document of an earlier build, if {@code latchwork.baseline} names one. */
    private static Optional<Path> baseline() {
        return Optional.ofNullable(System.getProperty("latchwork.baseline"))
                .filter(name -> !name.isBlank())
                .map(name -> Path.of(name).toAbsolutePath().normalize());
    }

    private static Path folder(String property) {
        return Path.of(required(property)).toAbsolutePath().normalize();
    }

    private static String required(String property) {
        return Optional.ofNullable(System.getProperty(property))
                .orElseThrow(() -> new IllegalArgumentException("the system property " + property + " is not set"));
    }
}
