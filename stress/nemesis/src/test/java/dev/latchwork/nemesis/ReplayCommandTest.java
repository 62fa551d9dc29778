package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.verification.Catalogue;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** The command that repeats a copy gives the plan of the check that names it. */
class ReplayCommandTest {
    private static final Pattern ARGUMENTS = Pattern.compile("-Dcopy\\.arguments=\"([^\"]*)\"");
    private static final Path SOURCE = Path.of(System.getProperty("java.home"), "lib", "modules");
    private static final Path COPY = Path.of("copy");

    /** Kills: a replay of another plan, which shows nothing of what was found. */
    @Test
    void replay_whenParsed_thenThePlanOfItsCheck() {
        assertEquals(CopyFileIT.replacingWorkers(SOURCE, COPY), replayed("nemesis/CopyFile/reference"));
        assertEquals(CopyFileIT.fullQueue(SOURCE, COPY), replayed("nemesis/CopyFileFullQueue/reference"));
    }

    private static CopyPlan replayed(String check) {
        String command = Catalogue.load(Path.of(System.getProperty("latchwork.root")))
                .check(check)
                .replay();
        String[] arguments = ARGUMENTS
                .matcher(command)
                .results()
                .map(found -> found.group(1).split(" "))
                .findFirst()
                .orElse(new String[0]);
        CopyFile program = new CopyFile();
        new CommandLine(program).parseArgs(arguments);
        return program.plan(COPY);
    }
}
