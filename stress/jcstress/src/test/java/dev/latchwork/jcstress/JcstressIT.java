package dev.latchwork.jcstress;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Harness;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Every jcstress test of the catalogue, in one run of jcstress, as one JUnit test each. The tests that ran are those that
 * the catalogue names, no fewer and no others; each has a floor of samples, has seen every side of its race, and comes out
 * as the catalogue expects: what is shipped without a forbidden outcome, what is weakened with one.
 */
class JcstressIT {
    private static final String PACKAGE = "dev.latchwork.jcstress.";

    private final Pattern selected = Pattern.compile(System.getProperty("jcstress.tests", "."));
    private final Path report = Path.of(System.getProperty("latchwork.report.dir"));

    @TestFactory
    Stream<DynamicTest> jcstress() throws IOException, InterruptedException {
        Map<String, CheckRun> runs = new TreeMap<>();
        for (Check check :
                Catalogue.load(Path.of(System.getProperty("latchwork.root"))).checks()) {
            if (check.harness() == Harness.JCSTRESS
                    && selected.matcher(testOf(check)).find()) {
                // All start here, since jcstress takes turns between them; so each one's seconds are those of the whole
                // run.
                runs.put(testOf(check), CheckRun.start(check.id()));
            }
        }
        assertFalse(runs.isEmpty(), "no test matches " + selected);
        JcstressRun run = new JcstressRun(Path.of(System.getProperty("jcstress.folder")));
        List<RecordedTest> tests = RecordedTest.of(run.run(selected.pattern()));
        assertEquals(
                List.copyOf(runs.keySet()),
                tests.stream().map(RecordedTest::name).toList(),
                "the tests that ran; see " + run.console());
        return tests.stream().map(test -> dynamicTest(test.name(), () -> judge(test, runs.get(test.name()))));
    }

    private void judge(RecordedTest test, CheckRun run) throws IOException {
        run.finish(test.outcome(), test.effort(), writeTable(test), test.detail());
    }

    private Path writeTable(RecordedTest test) throws IOException {
        Path file =
                report.resolve("traces").resolve("jcstress").resolve(test.name().substring(PACKAGE.length()) + ".txt");
        Files.createDirectories(file.getParent());
        return Files.writeString(file, test.table());
    }

    /** {@code jcstress/Subject.Race/Variant} is the class {@code Subject.Race.Variant}. */
    private static String testOf(Check check) {
        return PACKAGE + check.id().substring("jcstress/".length()).replace('/', '.');
    }
}
