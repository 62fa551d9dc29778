package dev.latchwork.subject;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.Project;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The command of docs/bring-your-own.md, on the worker method that it brings and on one with a mistake. */
class JudgeSubjectIT {
    @TempDir
    Path report;

    /** What a run of the command printed, its exit status, and the verdicts that it wrote. */
    private record Ran(int exit, String printed, List<Verdict> verdicts) {
        List<Verdict> by(Harness harness) {
            return verdicts.stream()
                    .filter(verdict -> verdict.harness() == harness)
                    .toList();
        }
    }

    private Ran run(String folder, String className, String... further) throws IOException {
        StringWriter printed = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                "--source",
                Project.root()
                        .resolve("stress/subject/src/subjects")
                        .resolve(folder)
                        .toString(),
                "--class",
                className,
                "--report",
                report.toString(),
                "--ios",
                "20000"));
        arguments.addAll(List.of(further));
        CommandLine command =
                JudgeSubject.commandLine().setOut(new PrintWriter(printed)).setErr(new PrintWriter(printed));
        int exit = command.execute(arguments.toArray(String[]::new));
        System.out.print(printed);
        return new Ran(exit, printed.toString(), verdicts());
    }

    private List<Verdict> verdicts() throws IOException {
        VerdictFolder folder = VerdictFolder.within(report);
        List<Verdict> verdicts = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder.path())) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                verdicts.add(folder.read(file));
            }
        }
        return verdicts;
    }

    /**
     * PostgreSQL 19's decisions, brought as sources: every judge says what the subject says of itself; it gives up work
     * conservation and nothing else. Kills M130, below.
     */
    @Test
    void judge_whenPostgres19IsBrought_thenAllHoldsButWorkConserving() throws Exception {
        List<CheckRun> runs = Stream.of(Harness.REPLAY, Harness.LINCHECK, Harness.TRACE, Harness.NEMESIS)
                .map(harness -> CheckRun.start(harness + "/Subject/postgres-19"))
                .toList();
        Ran ran = run("postgres19", "postgres19.Postgres19");
        assertTrue(ran.printed().contains("verdicts: "), ran.printed());
        List<Harness> harnesses = List.of(Harness.REPLAY, Harness.LINCHECK, Harness.TRACE, Harness.NEMESIS);
        for (int i = 0; i < runs.size(); i++) {
            List<Verdict> verdicts = ran.by(harnesses.get(i));
            List<Verdict> wrong =
                    verdicts.stream().filter(verdict -> !verdict.ok()).toList();
            runs.get(i)
                    .finish(
                            wrong.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                            Effort.of("verdicts", verdicts.size()),
                            null,
                            wrong.stream().map(Verdict::inWords).findFirst().orElse(null));
        }
        assertEquals(0, ran.exit(), ran.printed());
        assertEquals(
                List.of("WorkConserving"),
                ran.verdicts().stream()
                        .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
                        .map(Verdict::property)
                        .distinct()
                        .toList());
    }

    /** M130: an exit that wakes nobody. The command refutes it, by the steps and under Lincheck, and says so by its status. */
    @Test
    void judge_whenTheExitWakesNobody_thenRefuted() throws Exception {
        CheckRun replay = CheckRun.start("replay/Subject/M130");
        CheckRun lincheck = CheckRun.start("lincheck/Subject/M130");
        Ran ran = run("mutants", "postgres19mutants.M130_NoBroadcastAtExit", "--only", "invariants,turns");
        finish(replay, ran.by(Harness.REPLAY), "NoLostWakeup");
        finish(lincheck, ran.by(Harness.LINCHECK), "Turns");
        assertEquals(1, ran.exit(), ran.printed());
        assertTrue(
                ran.by(Harness.REPLAY).stream()
                        .anyMatch(verdict ->
                                verdict.property().equals("Completes") && verdict.outcome() == Outcome.VIOLATED),
                ran.printed());
    }

    private static void finish(CheckRun run, List<Verdict> verdicts, String property) {
        Verdict verdict = verdicts.stream()
                .filter(each -> each.property().equals(property))
                .findFirst()
                .orElseThrow();
        run.finish(verdict.outcome(), Effort.of("verdicts", verdicts.size()), null, verdict.detail());
    }
}
