package dev.latchwork.nemesis;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Judges histories that were recorded earlier with the judges of today, as a program. */
@Command(
        name = "judge-history",
        mixinStandardHelpOptions = true,
        description = "Judges recorded histories: the queue by witness, by rule and by search, the blocks by search.",
        exitCodeListHeading = "Exit status:%n",
        exitCodeList = {"0:each has an order that explains it", "1:one has none", "2:unusable arguments"})
public final class JudgeHistory implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "a history: JSON lines, .gz if compressed")
    private List<Path> files;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new JudgeHistory()).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        int status = 0;
        for (Path file : files) {
            if (!Files.isReadable(file)) {
                throw new CommandLine.ParameterException(spec.commandLine(), file + " cannot be read");
            }
            RecordedHistory history = HistoryFile.read(file);
            HistoryJudgement judgement = HistoryJudgement.of(history);
            out.printf("%s: plan %s, seed %d%n%s", file, history.plan(), history.seed(), judgement.inWords());
            out.printf("without an answer     %,d%n", history.pending());
            out.println(judgement.fault() == null ? "held" : "violated");
            status = judgement.fault() == null ? status : 1;
        }
        return status;
    }
}
