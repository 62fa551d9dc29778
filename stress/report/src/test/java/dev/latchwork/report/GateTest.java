package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.report.Finding.Reason;
import dev.latchwork.verification.Area;
import dev.latchwork.verification.Canary;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate is shut for each of its reasons and for nothing else, given a folder of verdict files. */
class GateTest {
    @TempDir
    private Path folder;

    /** The gate opens when all is as expected. Kills: a gate that is always shut. */
    @Test
    void findings_whenAllAsExpected_thenNone() throws IOException {
        assertEquals(List.of(), Project.inOrder(folder).verification().findings());
    }

    /**
     * A mutant that was not noticed shuts the gate, three times named: the check, its harness, and the mutant itself.
     * Kills: a gate that takes "the property held" for good news.
     */
    @Test
    void findings_whenMutantRecordedAsHeld_thenCheckKillerAndSurvivorNamed() throws IOException {
        Project project = Project.inOrder(folder).write(Project.KILL, Outcome.HELD);

        assertEquals(
                List.of(
                        new Finding(
                                Reason.NOT_AS_EXPECTED,
                                "jqwik/Ring/M01",
                                "jqwik/Ring/M01: \"nothing is lost\" on M01: expected violated, verdict held, effort"
                                        + " 1,000 sequences, 1.5 s",
                                Project.REPLAY),
                        Finding.of(
                                Reason.KILLER_FAILED,
                                "M01",
                                "jqwik did not kill M01, \"The ring forgets.\", in 1 check"),
                        Finding.of(Reason.SURVIVOR, "M01", "no harness killed M01, \"The ring forgets.\"")),
                project.verification().findings());
    }

    /** A verdict that calls itself ok and is not is no verdict. Kills: a gate that believes the word ok. */
    @Test
    void findings_whenWrongVerdictSaysOk_thenUnreadableAndNotRun() throws IOException {
        Project project = Project.inOrder(folder).write(Project.KILL, Outcome.HELD);
        Path file = project.file(Project.KILL);
        Files.writeString(file, Files.readString(file).replace("\"ok\" : false", "\"ok\" : true"));

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.NOT_RUN, Reason.KILLER_FAILED, Reason.UNREADABLE), reasons(findings));
        String message = findings.get(2).message();
        assertTrue(
                message.startsWith("jqwik/Ring/M01.json: ")
                        && message.contains("says ok: true, yet expected violated, verdict held"),
                message);
    }

    /**
     * A verdict that expects something else than the catalogue shuts the gate, though it is right by its own lights.
     * Kills: a gate that asks the verdict what was expected.
     */
    @Test
    void findings_whenVerdictChangesItsExpectation_thenContradiction() throws IOException {
        Check meek = Project.check("jqwik/Ring/M01", "nothing is lost", "M01", Outcome.HELD);
        Project project = Project.inOrder(folder).write(meek, Outcome.HELD);

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.KILLER_FAILED, Reason.SURVIVOR, Reason.CONTRADICTION), reasons(findings));
        assertEquals(
                "jqwik/Ring/M01: expected is 'violated' in the catalogue and 'held' in the verdict",
                findings.get(2).message());
    }

    /** The reference that does not hold shuts the gate, and the reader is told how. Kills: a gate for mutants only. */
    @Test
    void findings_whenReferenceViolated_thenNotAsExpectedWithDetail() throws IOException {
        Project project = Project.inOrder(folder)
                .write(Project.REFERENCE, Outcome.VIOLATED, Project.effort(7, 0.2), "handle 3 ran twice");

        assertEquals(
                List.of(new Finding(
                        Reason.NOT_AS_EXPECTED,
                        "jqwik/Ring/reference",
                        "jqwik/Ring/reference: \"nothing is lost\" on reference: expected held, verdict violated,"
                                + " effort 7 sequences, 0.2 s: handle 3 ran twice",
                        Project.REPLAY)),
                project.verification().findings());
    }

    /** Whatever is no answer is not as expected. Kills: a gate that lets "unknown" pass for want of a violation. */
    @Test
    void findings_whenNoAnswer_thenNotAsExpected() throws IOException {
        for (Outcome outcome : List.of(Outcome.UNKNOWN, Outcome.BROKEN)) {
            Project project = Project.inOrder(folder).write(Project.REFERENCE, outcome);

            assertEquals(
                    List.of(Reason.NOT_AS_EXPECTED),
                    reasons(project.verification().findings()));
        }
    }

    /** The expected outcome without work shuts the gate. Kills: a harness that ran nothing and is green. */
    @Test
    void findings_whenNoEffort_thenNotAsExpected() throws IOException {
        Project project = Project.inOrder(folder)
                .write(
                        Project.REFERENCE,
                        Outcome.HELD,
                        Effort.of("sequences", 0).and("seed", "42"),
                        null);

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.NOT_AS_EXPECTED), reasons(findings));
        assertTrue(findings.get(0).message().endsWith("expected held, verdict held, no effort"), findings.toString());
    }

    /** A kill without work is none. Kills: a matrix that counts what nobody ran. */
    @Test
    void findings_whenKillWithoutEffort_thenKillerFailed() throws IOException {
        Project project =
                Project.inOrder(folder).write(Project.KILL, Outcome.VIOLATED, Effort.of("sequences", 0), null);

        assertEquals(
                List.of(Reason.NOT_AS_EXPECTED, Reason.KILLER_FAILED, Reason.SURVIVOR),
                reasons(project.verification().findings()));
    }

    /** A check without a verdict shuts the gate, and is shown. Kills: a report on whatever happens to be there. */
    @Test
    void findings_whenVerdictMissing_thenNotRun() throws IOException {
        Verification verification =
                Project.inOrder(folder).without(Project.REFERENCE).verification();

        assertEquals(
                List.of(new Finding(
                        Reason.NOT_RUN,
                        "jqwik/Ring/reference",
                        "jqwik/Ring/reference: no verdict on \"nothing is lost\"",
                        Project.REPLAY)),
                verification.findings());
        assertEquals(Outcome.NOT_RUN, verification.verdicts().get(0).outcome());
    }

    /** Without the folder nothing ran. Kills: a gate that opens because there is nothing to complain of. */
    @Test
    void findings_whenNoFolderOfVerdicts_thenEveryCheckNotRun() {
        Project project = new Project(folder.resolve("absent"))
                .with(Project.MUTANT)
                .with(Project.REFERENCE)
                .with(Project.KILL);

        assertEquals(
                List.of(Reason.NOT_RUN, Reason.NOT_RUN, Reason.KILLER_FAILED),
                reasons(project.verification().findings()));
    }

    /** A verdict that no check asked for shuts the gate. Kills: a check that was renamed and left its verdict behind. */
    @Test
    void findings_whenVerdictWithoutCheck_thenNotInCatalogue() throws IOException {
        Check stray = Project.check("jqwik/Old/reference", "nothing is lost", "reference", Outcome.HELD);
        Verification verification =
                Project.inOrder(folder).write(stray, Outcome.HELD).verification();

        assertEquals(
                List.of(Finding.of(
                        Reason.NOT_IN_CATALOGUE,
                        "jqwik/Old/reference",
                        "jqwik/Old/reference: a verdict on a check that the catalogue does not have")),
                verification.findings());
        assertEquals(3, verification.verdicts().size());
    }

    /** A file that is no verdict shuts the gate. Kills: a reader that passes over what it does not understand. */
    @Test
    void findings_whenFileIsNoVerdict_thenUnreadable() throws IOException {
        Project project = Project.inOrder(folder);
        Files.writeString(project.file(Project.REFERENCE).resolveSibling("half.json"), "{\"id\": ");

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.UNREADABLE), reasons(findings));
        assertTrue(findings.get(0).message().startsWith("jqwik/Ring/half.json: line 1: "), findings.toString());
    }

    /**
     * A trace that is none shuts the gate, and so does one of another check than its name says. Kills: a page that lists it among
     * what it had no room for, and a gate that has not heard of it.
     */
    @Test
    void findings_whenFileIsNoTrace_thenUnreadable() throws IOException {
        Project project = Project.inOrder(folder);
        Path whole = LongTrace.of(20).writeWithin(folder);
        assertEquals(List.of(), project.verification().findings());
        Files.copy(whole, whole.resolveSibling("other.jsonl"));
        Files.writeString(whole, "{\"latchworkTrace\": ");

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.UNREADABLE, Reason.UNREADABLE), reasons(findings));
        assertEquals(
                "traces/trace/Long/other.jsonl: it says that it is the trace of " + LongTrace.ID,
                findings.get(0).message());
        assertTrue(
                findings.get(1).message().startsWith("traces/" + LongTrace.ID + ".jsonl: "),
                findings.get(1).message());
    }

    /**
     * A verdict of another build does not count, though it is as expected. Kills: a gate that opens on what was true of
     * other code.
     */
    @Test
    void findings_whenVerdictOfAnotherBuild_thenRefusedAndNotRun() throws IOException {
        Project project = Project.inOrder(folder);
        Path file = project.file(Project.REFERENCE);
        Files.writeString(file, Files.readString(file).replace(Project.BUILD, "2026-01-01T00:00:00Z"));

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.NOT_RUN, Reason.OF_ANOTHER_BUILD), reasons(findings));
        assertEquals(
                "jqwik/Ring/reference: the verdict is of the build 2026-01-01T00:00:00Z, and this is the build "
                        + Project.BUILD,
                findings.get(1).message());
    }

    /** What a killed writer left behind is no verdict and no fault. Kills: a reader that takes up unfinished files. */
    @Test
    void findings_whenUnfinishedFileLeftBehind_thenNone() throws IOException {
        Project project = Project.inOrder(folder);
        Files.writeString(project.file(Project.REFERENCE).resolveSibling("reference.json.1.tmp"), "{\"id\": ");
        Path trace = LongTrace.of(20).writeWithin(folder);
        Files.writeString(trace.resolveSibling("reference.jsonl.1.tmp"), "{\"latchworkTrace\": ");

        assertEquals(List.of(), project.verification().findings());
    }

    /** An expected killer needs a check. Kills: a matrix whose empty cells are taken for good ones. */
    @Test
    void findings_whenKillerHasNoCheck_thenGap() throws IOException {
        Project project = Project.inOrder(folder)
                .with(new Mutant("M02", Area.RING, "The latch forgets.", false, List.of(Harness.JCSTRESS)));

        assertEquals(
                List.of(Finding.of(
                        Reason.CATALOGUE_GAP,
                        "M02",
                        "mutant M02 is expected to be killed by jcstress, which has no check that expects it to be"
                                + " violated")),
                project.verification().findings());
    }

    /** A mutant needs an expected killer. Kills: a mutant that may live in silence. */
    @Test
    void findings_whenMutantHasNoKiller_thenGap() throws IOException {
        Project project =
                Project.inOrder(folder).with(new Mutant("M02", Area.RING, "The latch forgets.", false, List.of()));

        assertEquals(
                List.of(Finding.of(Reason.CATALOGUE_GAP, "M02", "mutant M02 has no expected killer")),
                project.verification().findings());
    }

    /** One of two expected killers that fails shuts the gate. Kills: a gate content with any one kill. */
    @Test
    void findings_whenOneOfTwoKillersFails_thenThatKillerNamed() throws IOException {
        Check byLincheck = Project.check("lincheck/Ring/M01", "nothing is lost", "M01", Outcome.VIOLATED);
        Project project = new Project(folder)
                .with(new Mutant(
                        "M01", Area.RING, "The ring forgets.", false, List.of(Harness.LINCHECK, Harness.JQWIK)))
                .with(Project.KILL)
                .with(byLincheck)
                .write(Project.KILL, Outcome.VIOLATED)
                .write(byLincheck, Outcome.HELD);

        List<Finding> findings = project.verification().findings();

        assertEquals(List.of(Reason.NOT_AS_EXPECTED, Reason.KILLER_FAILED), reasons(findings));
        assertEquals(
                "lincheck did not kill M01, \"The ring forgets.\", in 1 check",
                findings.get(1).message());
    }

    /** What is known to be blind to a mutant is no failure. Kills: a gate that wants every check to see everything. */
    @Test
    void findings_whenBlindCheckHolds_thenNone() throws IOException {
        Check blind = Project.check("tlc/Ring/Liveness", "Liveness", "M01", Outcome.HELD);
        Project project = Project.inOrder(folder).with(blind).write(blind, Outcome.HELD);

        assertEquals(List.of(), project.verification().findings());
    }

    /** An equivalent mutant that is seen after all shuts the gate. Kills: a mutant declared equivalent for ever. */
    @Test
    void findings_whenEquivalentMutantSeen_thenNotAsExpected() throws IOException {
        Check seen = Project.check("jqwik/Ring/M02", "nothing is lost", "M02", Outcome.HELD);
        Project project = Project.inOrder(folder)
                .with(new Mutant("M02", Area.RING, "Nobody can tell.", true, List.of()))
                .with(seen)
                .write(seen, Outcome.VIOLATED);

        assertEquals(
                List.of(Reason.NOT_AS_EXPECTED), reasons(project.verification().findings()));
    }

    /** A project that checks nothing shuts the gate. Kills: a gate that opens on an empty catalogue. */
    @Test
    void findings_whenCatalogueEmpty_thenNothingToCheck() {
        assertEquals(
                List.of(Finding.of(Reason.NOTHING_TO_CHECK, "catalogue", "the catalogue has no check")),
                new Project(folder).verification().findings());
    }

    /** Without the TLC manifest the gate is shut. Kills: a specification that drops out of the build unnoticed. */
    @Test
    void findings_whenNoManifest_thenNamed() throws IOException {
        Project project = Project.inOrder(folder);
        Verification verification = Verification.of(
                project.catalogue(), false, VerdictFolder.within(folder), Project.BUILD, Project.STARTED);

        assertEquals(
                List.of(Finding.of(
                        Reason.NO_MANIFEST, "tlc", "the project has no TLC manifest, so no check of TLC is known")),
                verification.findings());
    }

    /** A canary for which the gate shuts is not held against the build. Kills: a canary that nobody can keep. */
    @Test
    void findings_whenGateShutsForCanary_thenNone() throws IOException {
        Verification verification = Project.inOrder(folder)
                .with(CANARY)
                .write(CANARY.check(), Outcome.VIOLATED)
                .verification();

        assertEquals(List.of(), verification.findings());
        assertEquals(
                List.of(new CanaryResult(
                        "canary-marked",
                        "Marked to survive.",
                        List.of("not as expected"),
                        List.of("not as expected"),
                        true)),
                verification.canaries());
        assertEquals(
                List.of("M01"),
                verification.matrix().stream().map(MatrixRow::mutant).toList());
        assertEquals(2, verification.verdicts().size());
    }

    /**
     * A canary for which the gate does not shut, or for another reason than it must, shuts the gate. Kills: a gate that
     * opens for everything, which no other check of a green build would show.
     */
    @Test
    void findings_whenGateDoesNotShutForCanary_thenGateItselfIsBroken() throws IOException {
        Project project = Project.inOrder(folder).with(CANARY);
        for (Project each : List.of(project, project.write(CANARY.check(), Outcome.HELD))) {
            assertEquals(
                    List.of(Reason.CANARY_SILENT), reasons(each.verification().findings()));
        }
        assertEquals(
                "canary-marked: the gate had to find [not as expected] and found [], \"Marked to survive.\"",
                project.verification().findings().get(0).message());
    }

    private static final Canary CANARY = new Canary(
            new Mutant("canary-marked", Area.RING, "Marked to survive.", true, List.of()),
            Project.check("jqwik/Canary/marked", "nothing is lost", "canary-marked", Outcome.HELD),
            List.of("not as expected"));

    private static List<Reason> reasons(List<Finding> findings) {
        return findings.stream().map(Finding::reason).toList();
    }
}
