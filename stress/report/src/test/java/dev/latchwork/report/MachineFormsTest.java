package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.report.mutants.M153_FailuresPassed;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/** The forms of the report that programs read. */
class MachineFormsTest {
    private static final String CONTROL = "a\u0001<b> & \"c\"\n%";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    /** The JUnit file fails exactly the checks that the report fails, whatever their texts are. Kills M153. */
    @Test
    void junit_whenChecksAreNotAsExpected_thenTheyFail() throws Exception {
        CheckRun right = CheckRun.start("unit/Report.JUnitXml/reference");
        CheckRun wrong = CheckRun.start("unit/Report.JUnitXml/M153");
        Check failing = Project.check("jqwik/Ring/other", "nothing is lost", "reference", Outcome.HELD);
        Check notRun = Project.check("trace/Ring/none", "nothing is lost", "reference", Outcome.HELD);
        Project project = Project.inOrder(folder)
                .with(failing)
                .with(notRun)
                .write(failing, Outcome.VIOLATED, Project.effort(1, 1), CONTROL);
        List<String> expected = List.of("trace/Ring/none", "jqwik/Ring/other");
        String xml = new JUnitReport(project.verification()).xml();

        finish(right, expected, failed(xml));
        finish(wrong, expected, failed(M153_FailuresPassed.of(xml)));
        assertEquals(List.of("1/1", "1/3", "0/0"), counted(xml));
        assertTrue(xml.contains("a\uFFFD&lt;b&gt; &amp; \"c\""), xml);
    }

    private static void finish(CheckRun run, List<String> expected, List<String> failed) {
        run.finish(
                expected.equals(failed) ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("files", 1),
                null,
                expected.equals(failed) ? null : "failed: " + failed + ", not as expected: " + expected);
    }

    private static List<String> failed(String xml) throws Exception {
        return elements(xml, "testcase").stream()
                .filter(test -> test.getElementsByTagName("failure").getLength() > 0)
                .map(test -> test.getAttribute("name"))
                .toList();
    }

    private static List<String> counted(String xml) throws Exception {
        return elements(xml, "testsuite").stream()
                .map(suite -> suite.getAttribute("failures") + "/" + suite.getAttribute("tests"))
                .toList();
    }

    private static List<Element> elements(String xml, String name) throws Exception {
        NodeList nodes = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName(name);
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> (Element) nodes.item(i))
                .toList();
    }

    /** The summary names what is wrong, and a build server's file gets it behind what it has. Kills: one that overwrites. */
    @Test
    void summary_whenOnAServer_thenAppended() throws IOException {
        Path steps = Files.writeString(folder.resolve("steps.md"), "before\n");
        make(Project.inOrder(folder).without(Project.REFERENCE).on(Map.of("GITHUB_STEP_SUMMARY", steps.toString())));

        String summary = text("summary.md");
        assertTrue(summary.startsWith("## ✗ Latchwork verification failed: 1 finding\n"), summary);
        assertTrue(summary.contains("- **not run** "), summary);
        assertTrue(summary.contains("| jqwik | 2 | 1 | 1.5 s |"), summary);
        assertEquals("before\n" + summary, Files.readString(steps));
    }

    /** On GitHub each finding is an annotation at its place in the catalogue, ten at most. Kills: an eleventh, which GitHub drops. */
    @Test
    void annotations_whenManyFindings_thenTenAndTheRestCounted() throws IOException {
        Project project = new Project(folder).on(Map.of("GITHUB_ACTIONS", "true"));
        IntStream.range(0, 12)
                .forEach(i -> project.with(
                        Project.check("unit/FaultB.LostWakeup/x" + i, "nothing, is lost", "reference", Outcome.HELD)));
        make(project);

        List<String> annotations = printed.toString(StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("::error "))
                .toList();
        assertEquals(10, annotations.size());
        assertEquals("::error title=Latchwork::3 more findings; the report has them", annotations.get(9));
    }

    /** An annotation stands at the line of the check, and its text cannot end it. Kills: a line number that is always 1. */
    @Test
    void annotation_whenTheCheckIsInTheCatalogue_thenAtItsLine() throws IOException {
        String id = "unit/FaultB.LostWakeup/reference";
        String line = new Annotations(List.of(Finding.of(Finding.Reason.NOT_RUN, id, "50 % of\nit")), Project.ROOT)
                .lines()
                .get(0);

        String file = line.replaceFirst("::error file=([^,]*),.*", "$1");
        int number = Integer.parseInt(line.replaceFirst(".*,line=(\\d+),.*", "$1"));
        assertTrue(
                Files.readAllLines(Project.ROOT.resolve(file)).get(number - 1).contains(id), line);
        assertTrue(line.endsWith(",title=not run::50 %25 of%0Ait"), line);
    }

    private void make(Project project) throws IOException {
        project.report().make(new PrintStream(printed, true, StandardCharsets.UTF_8), Project.STARTED.plusSeconds(90));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
