package dev.latchwork.subject;

import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.tla.ChildJvm;
import dev.latchwork.tla.ScratchFolder;
import dev.latchwork.tla.binding.SubjectSteps;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Json;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Puts a worker method that somebody brings before every judge, as a program. */
@Command(
        name = "judge-subject",
        mixinStandardHelpOptions = true,
        showDefaultValues = true,
        description =
                "Puts a worker method of your own before the judges of the shipped one: see docs/bring-your-own.md.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {
            "0:every verdict is as the subject says of itself",
            "1:one is not, or a judge could not tell",
            "2:unusable arguments, or no subject that can be judged"
        })
public final class JudgeSubject implements Callable<Integer> {
    /** Where the subject's classes are. */
    static final class From {
        @Option(names = "--source", required = true, description = "folder of Java sources, compiled here")
        Path source;

        @Option(names = "--jar", required = true, description = "jar, or folder of compiled classes")
        Path jar;
    }

    @ArgGroup(multiplicity = "1")
    private From from;

    @Option(names = "--class", required = true, description = "class that implements WorkerMethodSubject")
    private String className;

    @Option(
            names = "--variant",
            description =
                    "variant of the specification whose steps are claimed; default: what the subject says of itself")
    private String variant;

    @Option(names = "--only", split = ",", description = "judges, of ${COMPLETION-CANDIDATES}; default: all")
    private List<Judge> only = List.of(Judge.values());

    @Option(names = "--ios", defaultValue = "100000", description = "I/Os of a run on real files at least, 1 or more")
    private long ios;

    @Option(names = "--seed", defaultValue = "1", description = "seed of what is random")
    private long seed;

    @Option(names = "--report", description = "folder for verdicts; default: target/subject/<name>")
    private Path report;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    /** The program, for whoever gives it its arguments and reads what it prints. */
    static CommandLine commandLine() {
        return new CommandLine(new JudgeSubject()).setCaseInsensitiveEnumValuesAllowed(true);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (ios < 1) {
            throw new CommandLine.ParameterException(
                    spec.commandLine(), ios + " is outside the valid range for \"ios\" (1 or more)");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (ScratchFolder scratch = ScratchFolder.create()) {
            SubjectClasses classes = from.jar != null
                    ? SubjectClasses.ofJar(from.jar)
                    : SubjectClasses.ofSource(from.source, scratch.folder("classes"));
            Brief brief = brief(classes.load(className));
            Path folder = report == null ? Path.of("target", "subject", brief.name()) : report;
            Files.createDirectories(folder);
            List<Verdict> verdicts = new ArrayList<>();
            for (Judge judge : only) {
                if (!judge.canJudge(brief.variant())) {
                    out.println(judge.word() + ": left out, since the subject claims "
                            + (brief.variant().isEmpty() ? "no variant of the specification" : brief.variant()));
                } else {
                    verdicts.addAll(judge(judge, classes, brief, folder.toAbsolutePath(), out));
                }
                out.flush();
            }
            SubjectReport finished = SubjectReport.of(verdicts);
            Path file = finished.write(folder);
            out.print(finished.table());
            out.println("verdicts: " + file);
            return finished.isAsExpected() ? 0 : 1;
        } catch (UnusableSubjectException e) {
            spec.commandLine().getErr().println(e.getMessage());
            return 2;
        }
    }

    private Brief brief(WorkerMethodSubject subject) throws UnusableSubjectException {
        String claimed = variant == null ? subject.variant() : variant;
        if (!claimed.isEmpty() && !SubjectSteps.variants().contains(claimed)) {
            throw new UnusableSubjectException(
                    "\"" + claimed + "\" is none of the variants that can be claimed: " + SubjectSteps.variants());
        }
        String replay = "mvn -pl stress/subject -am verify -DskipTests -DskipITs -Psubject -Dsubject.arguments=\""
                + (from.jar != null ? "--jar " + from.jar : "--source " + from.source) + " --class " + className
                + (variant == null ? "" : " --variant " + variant) + " --ios " + ios + " --seed " + seed;
        return new Brief(subject.name(), claimed, subject.givesUp(), ios, seed, replay);
    }

    private List<Verdict> judge(Judge judge, SubjectClasses classes, Brief brief, Path folder, PrintWriter out)
            throws IOException, InterruptedException {
        List<Check> checks = judge.checks(brief);
        VerdictFolder verdicts = VerdictFolder.within(folder);
        for (Check check : checks) {
            Files.deleteIfExists(verdicts.file(check.id()));
        }
        ChildJvm.Ended ended;
        try (ScratchFolder scratch = ScratchFolder.create()) {
            ended = new ChildJvm(
                            judge.word(),
                            options(judge, scratch),
                            classes.classPath(),
                            List.of(
                                    JudgeProcess.class.getName(),
                                    judge.name(),
                                    className,
                                    Json.writer().writeValueAsString(brief),
                                    folder.toString()),
                            Path.of("").toAbsolutePath(),
                            judge.limit())
                    .run(scratch, out::println);
        }
        List<Verdict> all = new ArrayList<>();
        for (Check check : checks) {
            Path file = verdicts.file(check.id());
            all.add(Files.exists(file) ? verdicts.read(file) : broken(check, judge, ended, folder));
        }
        return all;
    }

    private static List<String> options(Judge judge, ScratchFolder scratch) throws IOException {
        List<String> options = new ArrayList<>(judge.options());
        Path logging = scratch.file("logging.properties");
        try (var in = JudgeSubject.class.getResourceAsStream("logging.properties")) {
            Files.copy(in, logging);
        }
        options.add("-Djava.util.logging.config.file=" + logging);
        options.add("-Dlatchwork.root=" + System.getProperty("latchwork.root", "."));
        if (Runtime.version().feature() >= 24) {
            options.add("-XX:+EnableDynamicAgentLoading");
            options.add("--sun-misc-unsafe-memory-access=allow");
            options.add("--enable-native-access=ALL-UNNAMED");
        }
        return options;
    }

    /** The judge has ended without a verdict. */
    private static Verdict broken(Check check, Judge judge, ChildJvm.Ended ended, Path folder) throws IOException {
        String why = ended.withinLimit()
                ? "the judge ended with status " + ended.exit() + ": " + String.join("\n", ended.lines())
                : "the judge did not end within " + judge.limit().toSeconds() + " s: a part blocks or runs for ever";
        Path witness = folder.resolve("traces").resolve(check.id() + ".txt");
        Files.createDirectories(witness.getParent());
        Files.writeString(witness, why + "\n");
        try {
            return CheckRun.start(check, folder)
                    .finish(
                            Outcome.BROKEN,
                            Effort.none(),
                            witness,
                            why.lines().findFirst().orElse(""));
        } catch (AssertionError asItMustBe) {
            return VerdictFolder.within(folder)
                    .read(VerdictFolder.within(folder).file(check.id()));
        }
    }
}
