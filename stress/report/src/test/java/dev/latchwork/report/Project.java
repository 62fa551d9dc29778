package dev.latchwork.report;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Canary;
import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small project with a folder of verdict files, as tests want it. Not thread-safe. */
final class Project {
    static final String REPLAY = "mvn -pl properties -am verify -Dtest=RingProperties";
    /** Of the project that these tests are part of. */
    static final Path ROOT = Path.of(System.getProperty("latchwork.root"));

    static final String BUILD = "2026-01-02T03:04:00Z";
    static final Instant STARTED = Instant.parse("2026-01-02T03:04:05Z");

    static final Check REFERENCE = check("jqwik/Ring/reference", "nothing is lost", "reference", Outcome.HELD);
    static final Check KILL = check("jqwik/Ring/M01", "nothing is lost", "M01", Outcome.VIOLATED);
    static final Mutant MUTANT = new Mutant("M01", Area.RING, "The ring forgets.", false, List.of(Harness.JQWIK));

    private final List<Check> checks = new ArrayList<>();
    private final List<Mutant> mutants = new ArrayList<>();
    private final List<Canary> canaries = new ArrayList<>();
    private final Path folder;
    private final VerdictFolder verdicts;
    private Map<String, String> environment = Map.of();

    Project(Path folder) {
        this.folder = folder;
        this.verdicts = VerdictFolder.within(folder);
    }

    /** One check that holds, and one mutant that is killed: nothing to find. */
    static Project inOrder(Path folder) throws IOException {
        return new Project(folder)
                .with(MUTANT)
                .with(REFERENCE)
                .with(KILL)
                .write(REFERENCE, Outcome.HELD)
                .write(KILL, Outcome.VIOLATED);
    }

    static Check check(String id, String property, String subject, Outcome expected) {
        Harness harness = Harness.parse(id.substring(0, id.indexOf('/')));
        return new Check(id, property, subject, harness, expected, Phase.TEST, REPLAY);
    }

    /** Effort as a finished run has it. */
    static Effort effort(int sequences, double seconds) {
        String json = "{\"sequences\": " + sequences + ", \"seconds\": " + seconds + "}";
        try {
            return Json.reader().readValue(json, Effort.class);
        } catch (IOException e) {
            throw new AssertionError(json, e);
        }
    }

    Project with(Check check) {
        checks.add(check);
        return this;
    }

    Project with(Mutant mutant) {
        mutants.add(mutant);
        return this;
    }

    Project with(Canary canary) {
        canaries.add(canary);
        return this;
    }

    Project without(Check check) throws IOException {
        Files.delete(file(check));
        return this;
    }

    Project write(Check check, Outcome outcome) throws IOException {
        return write(check, outcome, effort(1000, 1.5), null);
    }

    Project write(Check check, Outcome outcome, Effort effort, String detail) throws IOException {
        verdicts.write(verdict(check, outcome, effort, detail));
        return this;
    }

    /** The verdict that a run of this build writes. */
    static Verdict verdict(Check check, Outcome outcome, Effort effort, String detail) {
        return new Verdict(
                check.id(),
                check.property(),
                check.subject(),
                check.harness(),
                check.expected(),
                outcome,
                outcome == check.expected() && effort.made(),
                effort,
                null,
                detail,
                STARTED,
                BUILD,
                check.replay());
    }

    /** As a build server would build it. */
    Project on(Map<String, String> server) {
        environment = server;
        return this;
    }

    Path file(Check check) {
        return verdicts.file(check.id());
    }

    Path folder() {
        return folder;
    }

    Catalogue catalogue() {
        return Catalogue.of(checks, mutants, canaries);
    }

    /** The report on this project, 90 seconds after all of its checks started. */
    Verification verification() {
        return Verification.of(catalogue(), true, verdicts, BUILD, STARTED.plusSeconds(90));
    }

    Report report() {
        return new Report(folder, "target/report", catalogue(), true, BUILD, ROOT, Optional.empty(), environment);
    }
}
