package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Canary;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Mutant;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageTest {
    private static final String MARKUP = "<b>&\"</b>";
    private static final String ESCAPED = "&lt;b&gt;&amp;&quot;&lt;/b&gt;";

    @TempDir
    private Path folder;

    /**
     * Whatever a verdict or a mutant says is shown as it is, and is no markup. Kills: one field that is put into the
     * page without escaping.
     */
    @Test
    void html_whenEveryTextIsMarkup_thenAllEscaped() throws IOException {
        Check check = new Check(
                "jqwik/Markup/reference", MARKUP, "reference", Harness.JQWIK, Outcome.HELD, Phase.TEST, MARKUP);
        Project project = Project.inOrder(folder)
                .with(check)
                .with(new Mutant("M02", Area.RING, MARKUP, true, List.of()))
                .write(check, Outcome.VIOLATED, Project.effort(1, 1).and("seed", MARKUP), MARKUP);

        String html = html(project);

        assertFalse(html.contains("<b>"), "markup of a verdict is markup of the page");
        // The property, replay, detail and effort in the check's row; property, replay, detail and effort again in the
        // finding; and the mutant's title.
        assertEquals(
                9,
                Pattern.compile(Pattern.quote(ESCAPED)).matcher(html).results().count());
    }

    /** What was reached is told with its names, and is no markup. Kills: a number without the name of what it counts. */
    @Test
    void html_whenSomethingWasReached_thenNamesAndNumbers() throws IOException {
        CoverageFolder.within(folder).write("replay", Map.of(MARKUP, Map.of("covered", 27_222, "missed", List.of())));

        String html = html(Project.inOrder(folder));

        assertTrue(html.contains("<summary>Replay: 27,222 of 0 transitions of 1 of"), html);
        assertTrue(html.contains(ESCAPED + ": covered</th>\n<td role=\"cell\" class=\"number\">27,222</td>"), html);
        assertTrue(html.contains(ESCAPED + ": missed</th>\n<td role=\"cell\" class=\"number\">none</td>"), html);
    }

    /** The page needs no other file. Kills: a font, a script or a style that is loaded from somewhere; M151. */
    @Test
    void html_whenOpened_thenAsksForNothing() throws IOException {
        assertEquals(List.of(), Requests.of(html(Project.inOrder(folder).without(Project.REFERENCE))));
    }

    /** Verdict, findings, matrix, checks, in this order. Kills: a page that hides what is wrong below what is right. */
    @Test
    void html_whenGateShut_thenVerdictFirstThenFindings() throws IOException {
        String html = html(Project.inOrder(folder).without(Project.REFERENCE));

        List<Integer> order = List.of(
                html.indexOf("✗ Failed: 1 finding."),
                html.indexOf("2 checks: 1 as expected, 0 not as expected, 1 not run; 1 mutant: 1 killed, 0 by two"),
                html.indexOf("✗ not run"),
                html.indexOf("The ring forgets."),
                html.indexOf("✗ not ok"));
        assertTrue(order.get(0) >= 0, html);
        assertEquals(order.stream().sorted().toList(), order);
        assertEquals(order.size(), Set.copyOf(order).size(), "a part is missing: " + order);
    }

    /**
     * Mutants stand under what their mistake is made in, and an area without any is not there. Kills: a page that shows a
     * mutant twice, or under another area.
     */
    @Test
    void html_whenMutantsOfTwoAreas_thenEachUnderItsOwn() throws IOException {
        Mutant latch = new Mutant("M02", Area.LATCH, "The latch forgets.", true, List.of());
        String html = html(Project.inOrder(folder).with(latch));

        List<Integer> order = List.of(
                html.indexOf("colspan=\"2\">ring<"),
                html.indexOf("The ring forgets."),
                html.indexOf("colspan=\"2\">latch<"),
                html.indexOf("The latch forgets."));
        assertEquals(order.stream().sorted().distinct().toList(), order);
        assertTrue(order.get(0) >= 0, html);
        assertEquals(order.get(3), html.lastIndexOf("The latch forgets."));
        assertFalse(html.contains(">idle set<"));
    }

    /** A canary that does not shut the gate stands out. Kills: a page on which a broken gate looks as a sound one. */
    @Test
    void html_whenCanarySilent_thenSaysSo() throws IOException {
        Canary canary = new Canary(
                new Mutant("canary-marked", Area.HARNESS, "Marked to survive.", true, List.of()),
                Project.check("jqwik/Canary/marked", "nothing is lost", "canary-marked", Outcome.HELD),
                List.of("not as expected"));
        Project project = Project.inOrder(folder).with(canary);

        assertTrue(html(project.write(canary.check(), Outcome.HELD)).contains("✗ NOT SHUT AS IT MUST"));
        assertTrue(html(project.write(canary.check(), Outcome.VIOLATED)).contains("✓ shut"));
    }

    /** A page of an open gate says so, and has no mark of failure. Kills: a verdict line that never changes. */
    @Test
    void html_whenGateOpen_thenNoMarkOfFailure() throws IOException {
        String html = html(Project.inOrder(folder));

        assertTrue(html.contains("✓ Passed."));
        assertTrue(html.contains("Nothing: every check and every mutant is as expected."));
        assertFalse(html.contains("✗"));
    }

    /** Every reference within the page has its target, once. Kills: a link that leads nowhere for the keyboard. */
    @Test
    void html_whenLinksWithin_thenEachHasOneTarget() throws IOException {
        Check tlc = Project.check("tlc/Ring/Liveness", "Liveness", "reference", Outcome.HELD);
        String html = html(Project.inOrder(folder).with(tlc));

        List<String> ids = matches("\\bid=\"([^\"]*)\"", html);
        assertEquals(Set.copyOf(ids).size(), ids.size(), ids.toString());
        List<String> references = matches("(?:href=\"#|aria-labelledby=\")([^\"]*)\"", html);
        assertTrue(references.contains("tlc") && references.contains("jqwik"), references.toString());
        assertTrue(ids.containsAll(references), references + " not in " + ids);
    }

    /** A witness is linked as a file beside the page. Kills: a name that is taken for a scheme, or ends at a blank. */
    @Test
    void html_whenWitness_thenRelativeLink() throws IOException {
        Check check = Project.REFERENCE;
        VerdictFolder.within(folder)
                .write(new Verdict(
                        check.id(),
                        check.property(),
                        check.subject(),
                        check.harness(),
                        check.expected(),
                        Outcome.HELD,
                        true,
                        Project.effort(1, 1),
                        "traces/a:b #1.jsonl",
                        null,
                        Project.STARTED,
                        Project.BUILD,
                        check.replay()));

        String html = html(new Project(folder).with(check));

        assertTrue(html.contains("<a href=\"./traces/a:b%20%231.jsonl\">witness traces/a:b #1.jsonl</a>"), html);
    }

    /** A check whose trace the page carries leads to it. Kills: a trace that only a search finds. */
    @Test
    void html_whenACheckHasATrace_thenItsRowLeadsThere() throws IOException {
        Project project =
                Project.inOrder(folder).with(Project.check(LongTrace.ID, "nothing is lost", "reference", Outcome.HELD));
        LongTrace.of(20).writeWithin(folder);
        Exhibits exhibits =
                new Exhibits(TraceShelf.read(folder, Long.MAX_VALUE), Map.of(), GraphShelf.empty(), Optional.empty());

        String html = new Page(project.verification(), exhibits).html().toString();

        assertEquals(List.of("trace=" + LongTrace.ID), matches("href=\"#(trace=[^\"]*)\"", html));
    }

    private static List<String> matches(String pattern, String html) {
        return Pattern.compile(pattern)
                .matcher(html)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    private static String html(Project project) {
        return new Page(project.verification(), Exhibits.none()).html().toString();
    }
}
