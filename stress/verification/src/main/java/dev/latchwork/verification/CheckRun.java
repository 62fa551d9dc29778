package dev.latchwork.verification;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One run of one check, from its start to its verdict. Thread-safe; one thread finishes it, once.
 *
 * <pre>{@code
 * CheckRun run = CheckRun.start("jqwik/ModelInvariants/reference");
 * ...
 * run.finish(Outcome.HELD, Effort.of("sequences", sequences).and("seed", seed));
 * }</pre>
 *
 * <p>The system property {@code latchwork.report.dir} names the report's folder, {@code latchwork.root} the project's, and
 * {@code latchwork.build} the build, so that no later one takes the verdict for its own.
 */
public final class CheckRun {
    private static final String REPORT_FOLDER = "latchwork.report.dir";
    private static final String BUILD = "latchwork.build";

    private final Check check;
    private final Path reportFolder;
    private final Instant started = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final AtomicBoolean finished = new AtomicBoolean();

    private CheckRun(Check check, Path reportFolder) {
        this.check = check;
        this.reportFolder = reportFolder;
    }

    /**
     * Starts the clock of a check.
     *
     * @throws IllegalArgumentException if the catalogue has no such check
     * @throws IllegalStateException if no report folder is set
     * @throws CatalogueException if the catalogue cannot be used
     */
    public static CheckRun start(String checkId) {
        String folder = System.getProperty(REPORT_FOLDER);
        if (folder == null) {
            throw new IllegalStateException("the system property " + REPORT_FOLDER + " is not set; Maven sets it");
        }
        return start(Catalogue.ofProject(), Path.of(folder), checkId);
    }

    static CheckRun start(Catalogue catalogue, Path reportFolder, String checkId) {
        return start(catalogue.check(checkId), reportFolder);
    }

    /** Starts the clock of a check that no catalogue has, for a report of its own. */
    public static CheckRun start(Check check, Path reportFolder) {
        return new CheckRun(check, reportFolder.toAbsolutePath().normalize());
    }

    /** What must come out. */
    public Outcome expected() {
        return check.expected();
    }

    /** What is checked. */
    public Check check() {
        return check;
    }

    /**
     * Writes the verdict.
     *
     * @throws AssertionError if the outcome is not the expected one, or no effort was made
     * @throws IllegalStateException if this run was finished before
     * @throws UncheckedIOException if the verdict cannot be written
     */
    public Verdict finish(Outcome outcome, Effort effort) {
        return finish(outcome, effort, null, null);
    }

    /**
     * Writes the verdict, with a file that shows it and more to say about it; either may be null.
     *
     * @param witness an existing file in the report's folder; a relative path starts there
     * @throws AssertionError if the outcome is not the expected one, or no effort was made
     * @throws IllegalArgumentException if the witness does not exist, or is not in the report's folder
     * @throws IllegalStateException if this run was finished before
     * @throws UncheckedIOException if the verdict cannot be written
     */
    public Verdict finish(Outcome outcome, Effort effort, Path witness, String detail) {
        double seconds = (System.nanoTime() - startedNanos) / (double) TimeUnit.SECONDS.toNanos(1);
        Objects.requireNonNull(outcome, "outcome");
        String shown = witness == null ? null : inReport(witness);
        if (!finished.compareAndSet(false, true)) {
            throw new IllegalStateException("the run of check '" + check.id() + "' was finished before");
        }
        Verdict verdict =
                Verdict.of(check, outcome, effort.took(seconds), shown, detail, started, System.getProperty(BUILD));
        try {
            VerdictFolder.within(reportFolder).write(verdict);
        } catch (IOException e) {
            throw new UncheckedIOException("the verdict on check '" + check.id() + "' cannot be written", e);
        }
        if (!verdict.ok()) {
            throw new AssertionError(verdict.inWords());
        }
        return verdict;
    }

    /** The witness as the report names it, since a path of this machine would mean nothing elsewhere. */
    private String inReport(Path witness) {
        Path file = reportFolder.resolve(witness).normalize();
        if (!file.startsWith(reportFolder) || !Files.exists(file)) {
            throw new IllegalArgumentException(
                    "the witness of check '" + check.id() + "' is no file of the report's folder: " + witness);
        }
        return reportFolder
                .relativize(file)
                .toString()
                .replace(file.getFileSystem().getSeparator(), "/");
    }
}
