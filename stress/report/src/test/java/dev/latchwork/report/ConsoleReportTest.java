package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleReportTest {
    @TempDir
    private Path folder;

    /**
     * No line is wider than the console, however long the words, with every harness in the matrix. Kills: a column that
     * grows with its content.
     */
    @Test
    void lines_whenEverythingIsLong_thenNoneIsWiderThanTheConsole() throws IOException {
        Project project = new Project(folder)
                .with(new Mutant("M01", Area.RING, "The ring forgets. ".repeat(20), false, List.of(Harness.values())));
        for (Harness harness : Harness.values()) {
            String endless = "x".repeat(300);
            Check kill = Project.check(harness + "/Kill/M01", endless, "M01", Outcome.VIOLATED);
            Check hold = Project.check(harness + "/Hold", "nothing is lost ".repeat(20), "postgres-18-0", Outcome.HELD);
            project.with(kill)
                    .with(hold)
                    .write(kill, Outcome.HELD, Project.effort(2_000_000_000, 98765.4), "lost ".repeat(100))
                    .write(hold, Outcome.VIOLATED);
        }

        List<String> tooWide = lines(project).stream()
                .filter(line -> line.length() > ConsoleReport.WIDTH)
                .toList();

        assertEquals(List.of(), tooWide);
    }

    /** A replay command stands on one line, whole, so that it can be copied. Kills: a command that is wrapped or cut. */
    @Test
    void lines_whenReplayIsLong_thenOnOneLine() throws IOException {
        String command = "mvn -pl properties -am verify " + "-Dexample.bound=12345 ".repeat(10) + "-Dlast";
        Check check = new Check(
                "jqwik/Long/reference",
                "nothing is lost",
                "reference",
                Harness.JQWIK,
                Outcome.HELD,
                Phase.TEST,
                command);
        Project project = Project.inOrder(folder).with(check);

        assertTrue(lines(project).contains("      replay: " + command));
    }

    /**
     * One line for each check under its harness, with mark, property, subject, expectation, verdict, effort and time.
     * Kills: a table that shows what ran only, or marks a failure as ok.
     */
    @Test
    void lines_whenOneOkOneFailedOneNotRun_thenOneLineEach() throws IOException {
        Check missing = Project.check("jqwik/Missing/reference", "all complete", "reference", Outcome.HELD);
        Project project = Project.inOrder(folder).with(missing).write(Project.REFERENCE, Outcome.VIOLATED);

        assertEquals(
                List.of(
                        "      property          subject      expected  verdict   effort                   time",
                        "jqwik",
                        "FAIL  nothing is lost   reference    held      violated  1,000 sequences         1.5 s",
                        "ok    nothing is lost   M01          violated  violated  1,000 sequences         1.5 s",
                        "FAIL  all complete      reference    held      not run"),
                lines(project).stream()
                        .limit(5)
                        .map(line -> line.replace(" ".repeat(34), ""))
                        .toList());
    }

    /** A mutant's row shows kill, failure and blindness apart. Kills: a matrix in which a survivor looks like a kill. */
    @Test
    void lines_whenMutantKilledAndMissed_thenRowShowsBoth() throws IOException {
        Check lincheck = Project.check("lincheck/Ring/M01", "nothing is lost", "M01", Outcome.VIOLATED);
        Check tlc = Project.check("tlc/Ring/Liveness", "Liveness", "M01", Outcome.HELD);
        Project project = new Project(folder)
                .with(new Mutant(
                        "M01",
                        Area.RING,
                        "The ring forgets.",
                        false,
                        List.of(Harness.LINCHECK, Harness.JCSTRESS, Harness.JQWIK)))
                .with(Project.KILL)
                .with(lincheck)
                .with(tlc)
                .write(Project.KILL, Outcome.VIOLATED)
                .write(lincheck, Outcome.HELD)
                .write(tlc, Outcome.HELD);

        List<String> lines = lines(project);

        assertTrue(lines.contains("mutant  tlc       lincheck  jcstress  jqwik     the mistake"), lines.toString());
        assertTrue(
                lines.contains("M01     survived  0/1 FAIL  NO CHECK  1/1       The ring forgets."), lines.toString());
    }

    /** The gate speaks last, and names where the report lies before. Kills: a summary that buries the verdict. */
    @Test
    void lines_whenShutOrOpen_thenGateIsLast() throws IOException {
        List<String> open = lines(Project.inOrder(folder));
        assertEquals(
                List.of(
                        "2 checks: 2 as expected, 0 not as expected, 0 not run; 90.0 s",
                        "1 mutant: 1 killed, 0 by two harnesses or more",
                        "report target/report/index.html, data target/report/verification.json",
                        "gate: passed"),
                open.subList(open.size() - 4, open.size()));

        List<String> shut = lines(Project.inOrder(folder).without(Project.REFERENCE));
        assertEquals(
                List.of(
                        "  - not run: jqwik/Ring/reference: no verdict on \"nothing is lost\"",
                        "      replay: " + Project.REPLAY,
                        "gate: FAILED, 1 finding"),
                shut.subList(shut.size() - 3, shut.size()));
    }

    /** Claims about memory order carry their limit. Kills: a table that is believed on weaker machines. */
    @Test
    void lines_whenJcstressOnAmd64_thenCaveat() throws IOException {
        Check check = Project.check("jcstress/Latch/reference", "no wakeup is lost", "reference", Outcome.HELD);
        Verification here = Project.inOrder(folder).with(check).verification();
        for (String arch : List.of("amd64", "aarch64")) {
            Verification there = new Verification(
                    here.schema(),
                    here.jdk(),
                    arch,
                    here.cores(),
                    here.seconds(),
                    here.verdicts(),
                    here.matrix(),
                    here.canaries(),
                    here.coverage(),
                    here.findings());
            assertEquals(
                    arch.equals("amd64"),
                    new ConsoleReport(there, "index.html", "verification.json")
                            .lines()
                            .contains("jcstress (amd64 reorders a store with a later load and nothing else; held here"
                                    + " is not held everywhere)"));
        }
    }

    private static List<String> lines(Project project) {
        return new ConsoleReport(project.verification(), "target/report/index.html", "target/report/verification.json")
                .lines();
    }
}
