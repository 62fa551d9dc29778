package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.report.mutants.M151_PageThatLoads;
import dev.latchwork.report.mutants.M152_BadStepTooEarly;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page as its reader has it: in Chromium, by keyboard and by clicks, wide and on a phone, light and dark. Without a
 * Chromium in the path these tests are skipped, so they are no checks of the catalogue; what they look at is judged
 * without a browser as well, except for what only a browser can say.
 */
class PageInBrowserIT {
    private static final String FAULT_B = "tlc/MCWorkerMethod_seedBLostWakeup/NoLostWakeup";
    private static final String NULL_LATCH = "tlc/MCWorkerMethod_seedANullLatch/NoNullLatch";
    private static final int MANY = 100_000;

    /** Two states and a way back; the second breaks an invariant. */
    private static final String GRAPH = """
            {"id": "small", "title": "a small graph", "variables": ["queue", "idle"], "values": ["<<>>", "<<1>>", "{0}"],
             "states": [[0, 2], [1, 2]], "actions": ["Submit(0, <<1>>)", "Consume(0)"],
             "steps": [[0, 1], [1, 0]], "invariants": ["NoLostWakeup"], "violated": {"1": [0]}}
            """;

    /**
     * A fault and its reference: whoever leaves stays idle in one and hands over in the other, a submit ends alike in both, and
     * each can do something that the other cannot. The reference has its steps in another order.
     */
    private static final String FAULT = """
            {"id": "small-fault", "title": "a small fault: somebody stays idle", "reference": "small-reference",
             "variables": ["queue", "idle", "inUse", "leavers"], "values": ["<<>>", "<<1>>", "{}", "{0}", "0"],
             "states": [[0, 3, 3, 4], [1, 2, 3, 4], [0, 3, 2, 4], [1, 2, 2, 4], [1, 3, 2, 4]],
             "actions": ["Submit", "Deregister", "Consume", "WakePeer"],
             "steps": [[0, 1, 1, 2], [2, 0], [0, 3, 3, 4], [], []],
             "invariants": ["IdleOnlyRegistered"], "violated": {"2": [0], "3": [0], "4": [0]}}
            """;

    private static final String REFERENCE = """
            {"id": "small-reference", "title": "the small reference", "variables": ["queue", "idle", "inUse", "leavers"],
             "values": ["{0}", "{}", "<<1>>", "<<>>", "0", "1"],
             "states": [[3, 0, 0, 4], [3, 1, 1, 5], [2, 1, 0, 4], [2, 1, 1, 4]],
             "actions": ["Reload", "Deregister", "Submit"],
             "steps": [[0, 0, 1, 1, 2, 2], [2, 3], [], []],
             "invariants": ["IdleOnlyRegistered"], "violated": {}}
            """;

    @TempDir
    private static Path folder;

    private static Browser browser;
    private static Path page;

    @BeforeAll
    static void start() throws Exception {
        Optional<Path> executable = Browser.find();
        Assumptions.assumeTrue(
                executable.isPresent(), "no Chromium in the path: the page is not looked at in a browser");
        Path report = Files.createDirectory(folder.resolve("report"));
        Project project = Project.inOrder(report).without(Project.REFERENCE);
        Examples.copyTo(report);
        LongTrace.of(MANY).writeWithin(report);
        HangTrace.timeline().writeWithin(report);
        Path graphs = Files.createDirectory(report.resolve("graphs"));
        Files.writeString(graphs.resolve("small.json"), GRAPH);
        Files.writeString(graphs.resolve("small-fault.json"), FAULT);
        Files.writeString(graphs.resolve("small-reference.json"), REFERENCE);
        page = write(project, "index.html");
        browser = Browser.start(executable.get(), Files.createDirectory(folder.resolve("profile")));
    }

    private static Path write(Project project, String name) throws IOException {
        Verification verification = project.verification();
        Exhibits exhibits = Exhibits.gather(project.folder(), Project.ROOT, Optional.empty(), verification);
        return Files.writeString(
                project.folder().resolve(name),
                new Page(verification, exhibits).html().toString());
    }

    @AfterAll
    static void end() throws Exception {
        if (browser != null) {
            browser.close();
        }
    }

    @BeforeEach
    void lookAsUsual() throws Exception {
        browser.look(1280, 900, "light");
    }

    /** A page that is opened says nothing to the console and asks for nothing. Kills M151, as seen below. */
    @Test
    void page_whenOpened_thenNoComplaintAndNoRequest() throws Exception {
        browser.open(page, "");

        assertEquals(List.of(), browser.complaints());
        assertEquals(List.of(), browser.requests());
    }

    /** M151: what a page would load from a network is seen to be asked for, is refused, and the console says so. */
    @Test
    void page_whenItLoadsAFont_thenThePolicyRefuses() throws Exception {
        Path wrong =
                Files.writeString(page.resolveSibling("wrong.html"), M151_PageThatLoads.of(Files.readString(page)));

        browser.open(wrong, "");

        assertTrue(
                browser.complaints().stream().anyMatch(said -> said.contains("Content Security Policy")),
                browser.complaints().toString());
        assertEquals(List.of("https://fonts.example/inter.css"), browser.requests(), "the wish is seen");
    }

    /** A link opens its trace where it goes wrong, and says what; keys go from step to step. Kills M152, as seen below. */
    @Test
    void trace_whenOpenedByLink_thenAtTheBadStepAndKeysMove() throws Exception {
        browser.open(page, "#trace=" + FAULT_B);

        assertEquals("Step 8: Deregister(0)", browser.text("#step-title"));
        assertTrue(browser.text("#trace-said").startsWith("NoLostWakeup is violated: io 1 is queued since step 2"));
        assertTrue(browser.text("#place-java").matches("worker\\.WorkerControl#deregister \\(impl/.*\\.java:\\d+\\)"));
        assertEquals("pgaio_worker_die", browser.text("#place-c"));
        assertEquals("timeline", browser.evaluate("document.activeElement.id").asText());

        browser.press("ArrowLeft");
        assertEquals("Step 7: CheckInterrupts(0)", browser.text("#step-title"));
        browser.press("Home");
        assertEquals("Step 2: Submit(0, <<1>>)", browser.text("#step-title"));
        assertTrue(browser.text("#step-about").contains("owes a wakeup to worker 0"), browser.text("#step-about"));
        assertTrue(browser.text("#step-changes").contains("queue"), browser.text("#step-changes"));
        browser.press("b");
        assertEquals("Step 8: Deregister(0)", browser.text("#step-title"));
        assertTrue(browser.evaluate("location.hash").asText().endsWith("&step=8"));
        assertTrue(browser.evaluate("document.activeElement.getAttribute('aria-valuetext')")
                .asText()
                .startsWith("Step 8: worker 0, Deregister(0)."));
        assertEquals(List.of(), browser.complaints());
    }

    /** M152: a page whose trace says another step is the bad one opens there, and not where it goes wrong. */
    @Test
    void trace_whenItsBadStepIsAnother_thenOpensElsewhere() throws Exception {
        Path report = Files.createDirectory(folder.resolve("late"));
        Project project = Project.inOrder(report);
        Examples.copyTo(report, M152_BadStepTooEarly::of);
        browser.open(write(project, "index.html"), "#trace=" + FAULT_B);

        assertNotEquals("Step 8: Deregister(0)", browser.text("#step-title"));
    }

    /** A click on a row selects its step, a search finds steps and goes from one to the next. */
    @Test
    void trace_whenClickedAndSearched_thenStepsAreFound() throws Exception {
        browser.open(page, "#trace=" + NULL_LATCH + "&step=2");

        assertEquals("Step 2: Submit(0, <<1, 2>>)", browser.text("#step-title"));
        browser.click("#steps tr[data-step='3']");
        assertEquals("Step 5: ResetLatch(0)", browser.text("#step-title"));
        browser.evaluate("document.getElementById('timeline').focus()");
        browser.press("/");
        browser.type("worker 1 await");
        assertEquals("1 found", browser.text("#search-count"));
        browser.press("Enter");
        assertEquals("Step 9: Await(1)", browser.text("#step-title"));
        assertEquals(List.of(), browser.complaints());
    }

    /** A long trace opens, moves and is searched; how long it takes is told and judged by nobody here. */
    @Test
    void trace_whenItHasAHundredThousandSteps_thenOpensWhereItGoesWrong() throws Exception {
        long began = System.nanoTime();
        browser.open(page, "#trace=" + LongTrace.ID);
        double seconds = (System.nanoTime() - began) / 1e9;

        assertEquals("Step " + (MANY - 10) + ": Perform", browser.text("#step-title"));
        browser.press("ArrowRight");
        assertEquals("Step " + (MANY - 9) + ": Submit", browser.text("#step-title"));
        double drawing = browser.evaluate(
                        "(() => { viewer.view.fit(); const t = performance.now(); viewer.view.draw(); return performance.now() - t; })()")
                .asDouble();
        System.out.printf(
                "%d steps: open in %.2f s, drawn as a whole in %.0f ms, page of %.1f MB%n",
                MANY, seconds, drawing, Files.size(page) / 1e6);
        assertEquals(List.of(), browser.complaints());
    }

    /** A run that was recorded with the clock is shown by it. Kills: times that are taken for the numbers of a counter. */
    @Test
    void trace_whenItHasAClock_thenTimesAreShown() throws Exception {
        browser.open(page, "#trace=" + LongTrace.ID + "&step=5");
        assertEquals("worker 0 · 4.1 µs to 4.4 µs · io h0g0", browser.text("#step-about"));
        assertEquals("4.0 µs", label("viewer.view.setByTime(true)", 4000));
        assertTrue(
                browser.evaluate("viewer.view.to - viewer.view.from").asLong() < 1_000_000,
                "the same steps are in view");
        assertEquals("4.00 ms", label("viewer.view.fit()", 4_000_000));
        assertEquals(List.of(), browser.complaints());
    }

    /** What the axis says of a moment after a change of the view. */
    private static String label(String change, long moment) throws Exception {
        return browser.evaluate("(" + change + ", viewer.view.timeLabel(" + moment + "))")
                .asText();
    }

    /** Both themes have colours of their own, by the reader's setting and by the switch. Kills: a theme for one of them. */
    @Test
    void page_whenThemeIsChosen_thenColoursFollow() throws Exception {
        browser.open(page, "");
        String light = paper();
        browser.look(1280, 900, "dark");
        String dark = paper();
        assertNotEquals(light, dark);
        browser.click("#theme");
        assertEquals(light, paper(), "the switch says light");
        browser.click("#theme");
        browser.look(1280, 900, "light");
        assertEquals(dark, paper(), "the switch says dark");
        browser.click("#theme");
        assertEquals(light, paper(), "the switch says what the reader's setting says");
    }

    /**
     * An interleaving shows its place in the code and the calls around it, who never ends, and who waits from where to where.
     * Kills: a wait that ends with no step of its thread, a call that seems to return.
     */
    @Test
    void trace_whenItIsAnInterleaving_thenPlaceCallsAndWaits() throws Exception {
        browser.open(page, "#trace=" + HangTrace.ID);

        assertEquals("Step 6: WAIT", browser.text("#step-title"));
        assertEquals("Parker.park(Parker.java:9)", browser.text("#code-at"));
        assertEquals("sleep never ends", browser.text("#code-within li"));
        assertEquals(
                "[[0,3,4],[1,5,6]]",
                browser.evaluate("JSON.stringify(viewer.trace.waits())").asText());
        browser.click("#code-within button");
        assertEquals("Step 2: sleep", browser.text("#step-title"));
        assertTrue(browser.text("#step-about").endsWith("never ends"), browser.text("#step-about"));
        assertEquals(List.of(), browser.complaints());
    }

    private static String paper() throws Exception {
        return browser.evaluate("getComputedStyle(document.body).backgroundColor")
                .asText();
    }

    /** On a phone nothing is wider than the screen. Kills: a table or a command that makes the page scroll sideways. */
    @Test
    void page_whenNarrow_thenNothingIsWider() throws Exception {
        browser.look(390, 844, "light");
        browser.open(page, "#trace=" + NULL_LATCH);

        assertEquals(
                390, browser.evaluate("document.documentElement.scrollWidth").asInt());
        assertTrue(browser.picture().length > 0);
    }

    /** A state graph is walked by clicks, back again, and to where a link says. Kills: an undo that starts anew, a link to a place. */
    @Test
    void explorer_whenWalked_thenStateAndLinkFollow() throws Exception {
        browser.open(page, "#explore=small&path=");
        assertEquals("Every invariant of the protocol holds in this state.", browser.text("#explore-said"));
        assertEquals("Submit(0, <<1>>) leads to a violation", browser.text("#explore-steps li"));

        browser.click("#explore-steps button");
        assertEquals("NoLostWakeup is violated in this state.", browser.text("#explore-said"));
        assertEquals("queue<<>> <<1>>", browser.text("#explore-variables tr.changed"));
        browser.click("#explore-steps button");
        browser.click("#explore-steps button");
        assertEquals(
                "#explore=small&path=0.0.0", browser.evaluate("location.hash").asText());
        browser.click("#explore-undo");
        assertEquals("State 0 of 2, after 2 steps.", browser.text("#explore-at"));

        browser.open(page, "#explore=small&path=0.0.0");
        assertEquals("State 1 of 2, after 3 steps.", browser.text("#explore-at"));
        assertEquals(List.of(), browser.complaints());
    }

    /**
     * Beside a fault the page says which steps and which ends the reference has not, and where they part; states are the same
     * by the values of their variables. Kills: a comparison by numbers of states or steps, and one that stays parted.
     */
    @Test
    void explorer_whenInAFault_thenSaysWhatTheReferenceDoesOtherwise() throws Exception {
        browser.open(page, "#explore=small-fault&path=");
        assertEquals("The reference has this state too. It can do Reload as well.", browser.text("#explore-beside"));
        assertEquals("Submit", browser.text("#explore-steps li"));
        assertEquals(
                "Deregister leads to a violation · in the reference: idle = {}, leavers = 1",
                browser.text("#explore-steps li + li"));

        browser.click("#explore-steps li + li button");
        assertEquals(
                "The reference has no such state: they part at step 1, Deregister. What it has after the same steps stands"
                        + " beside the values.",
                browser.text("#explore-beside"));
        assertEquals("{}", browser.text("#explore-variables td.apart"));
        assertEquals(
                "leavers01", browser.text("#explore-variables tr:last-child"), "it never changes in the fault's graph");
        assertEquals("Deregister parts from the reference", browser.text("#explore-path li"));
        assertEquals("WakePeer leads to a violation · not in the reference", browser.text("#explore-steps li + li"));

        browser.click("#explore-steps li + li button");
        assertEquals(
                "The reference has no such state: they part at step 1, Deregister. It cannot take step 2, WakePeer.",
                browser.text("#explore-beside"));
        browser.click("#explore-undo");
        browser.click("#explore-steps button");
        assertEquals(
                "The reference has this state too, breaks nothing in it and goes on otherwise.",
                browser.text("#explore-beside"));
        assertEquals(List.of(), browser.complaints());
    }

    /** The same actions are walked in the reference, as far as it has them, and back. Kills: a way that is taken over by numbers. */
    @Test
    void explorer_whenCrossedToTheReference_thenTheSameActionsAreTaken() throws Exception {
        browser.open(page, "#explore=small-fault&path=1.0");
        browser.click("#explore-others button");
        assertEquals(
                "#explore=small-reference&path=1.0",
                browser.evaluate("location.hash").asText());
        assertEquals("State 3 of 4, after 2 steps.", browser.text("#explore-at"));
        assertEquals("", browser.text("#explore-crossed"));
        assertEquals("", browser.text("#explore-beside"));
        assertEquals("a small fault", browser.text("#explore-others button"));

        browser.click("#explore-restart");
        browser.click("#explore-steps li:nth-child(3) button");
        browser.click("#explore-others button");
        assertEquals(
                "#explore=small-fault&path=0", browser.evaluate("location.hash").asText());
        assertEquals("Consume not in the reference", browser.text("#explore-steps li"));
        browser.click("#explore-steps button");
        browser.click("#explore-others button");
        assertEquals("Here the walk ends after 1 of 2 steps: Consume cannot happen.", browser.text("#explore-crossed"));
        assertEquals("State 2 of 4, after 1 steps.", browser.text("#explore-at"));
        assertEquals(List.of(), browser.complaints());
    }
}
