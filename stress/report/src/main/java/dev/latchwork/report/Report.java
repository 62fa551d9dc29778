package dev.latchwork.report;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Makes every form of the report from the verdicts in its folder. Immutable; two at a time on one folder would write
 * over each other's files.
 *
 * @param folder where the verdicts lie and the report goes
 * @param named how the console names that folder
 * @param catalogue what should have been written
 * @param manifestExists whether the project has a TLC manifest
 * @param build names the build whose verdicts count
 * @param root the project's root, where the sources are
 * @param baseline the document of an earlier build to compare with
 * @param environment the variables by which a build server says that it is one
 */
record Report(
        Path folder,
        String named,
        Catalogue catalogue,
        boolean manifestExists,
        String build,
        Path root,
        Optional<Path> baseline,
        Map<String, String> environment) {
    private static final String PAGE = "index.html";
    private static final String DOCUMENT = "verification.json";
    private static final String JUNIT = "junit.xml";
    private static final String SUMMARY = "summary.md";

    /** GitHub's: the file whose content it shows beside the build. */
    private static final String STEP_SUMMARY = "GITHUB_STEP_SUMMARY";

    private static final String ON_GITHUB = "GITHUB_ACTIONS";

    /** A file that is there only when the gate opens, for builds that cannot look at an exit status. */
    private static final String PASSED = "passed";

    /**
     * Writes the files and prints the lines.
     *
     * @return whether the gate opens
     * @throws IOException if a file cannot be written
     */
    boolean make(PrintStream console, Instant now) throws IOException {
        Path passed = folder.resolve(PASSED);
        Files.deleteIfExists(passed);
        Verification verification =
                Verification.of(catalogue, manifestExists, VerdictFolder.within(folder), build, now);
        Files.createDirectories(folder);
        Files.writeString(folder.resolve(DOCUMENT), Json.writer().writeValueAsString(verification) + "\n");
        Exhibits exhibits = Exhibits.gather(folder, root, baseline, verification);
        Files.writeString(
                folder.resolve(PAGE), new Page(verification, exhibits).html().toString());
        Files.writeString(folder.resolve(JUNIT), new JUnitReport(verification).xml());
        summarize(verification);
        new ConsoleReport(verification, named + "/" + PAGE, named + "/" + DOCUMENT)
                .lines()
                .forEach(console::println);
        if (Boolean.parseBoolean(environment.get(ON_GITHUB))) {
            new Annotations(verification.findings(), root).lines().forEach(console::println);
        }
        console.flush();
        if (verification.passed()) {
            Files.createFile(passed);
        }
        return verification.passed();
    }

    private void summarize(Verification verification) throws IOException {
        String summary = new Summary(verification, named + "/" + PAGE).markdown();
        Files.writeString(folder.resolve(SUMMARY), summary);
        String shown = environment.getOrDefault(STEP_SUMMARY, "");
        if (!shown.isEmpty()) {
            Files.writeString(Path.of(shown), summary, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
    }
}
