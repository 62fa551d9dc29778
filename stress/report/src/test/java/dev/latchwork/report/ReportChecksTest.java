package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.report.mutants.M150_ForgottenWakeups;
import dev.latchwork.report.mutants.M151_PageThatLoads;
import dev.latchwork.report.mutants.M152_BadStepTooEarly;
import dev.latchwork.report.mutants.M154_LeftOutInSilence;
import dev.latchwork.report.mutants.M155_LineFromZero;
import dev.latchwork.report.mutants.M164_UnreadableTracePassed;
import dev.latchwork.report.mutants.M170_GraphLeftOutInSilence;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report shows is so, and each mistake in it is noticed. */
class ReportChecksTest {
    /** Graphs by name, and for how many characters there is room: for the second, which comes after one that is too long. */
    private static final Map<String, String> GRAPHS = Map.of("a-long-one", "x".repeat(200), "short", "x");

    private static final long ROOM_FOR_GRAPHS = 100;

    @TempDir
    private Path folder;

    /** A trace tells of every delivered wakeup who owed it. Kills M150. */
    @Test
    void wakeups_whenDelivered_thenWereOwed() throws IOException {
        judge("Wakeups", "M150", M150_ForgottenWakeups::of, TraceFaults::ofWakeups);
    }

    /** A trace goes wrong in the step that it says. Kills M152. */
    @Test
    void badStep_whenCounterexample_thenWhereItGoesWrong() throws IOException {
        judge("BadStep", "M152", M152_BadStepTooEarly::of, TraceFaults::ofBadStep);
    }

    private static void judge(
            String check, String mutant, UnaryOperator<Timeline> mistake, Function<Timeline, List<String>> faults)
            throws IOException {
        CheckRun right = CheckRun.start("unit/Report." + check + "/reference");
        CheckRun wrong = CheckRun.start("unit/Report." + check + "/" + mutant);
        List<String> ofRight = new ArrayList<>();
        List<String> ofWrong = new ArrayList<>();
        List<Timeline> timelines = Examples.all();
        for (Timeline timeline : timelines) {
            ofRight.addAll(faults.apply(timeline));
            ofWrong.addAll(faults.apply(mistake.apply(timeline)));
        }
        finish(right, ofRight, timelines.size(), "traces");
        finish(wrong, ofWrong, timelines.size(), "traces");
    }

    /** The page is one file that asks for nothing. Kills M151. */
    @Test
    void page_whenItHasTraces_thenAsksForNothing() throws IOException {
        CheckRun right = CheckRun.start("unit/Report.OneFile/reference");
        CheckRun wrong = CheckRun.start("unit/Report.OneFile/M151");
        String html = html(Long.MAX_VALUE, Long.MAX_VALUE);
        finish(right, Requests.of(html), 1, "pages");
        finish(wrong, Requests.of(M151_PageThatLoads.of(html)), 1, "pages");
    }

    /**
     * A page without room for all traces and graphs names those that it left out, and carries those for which there was
     * room. Kills M154 and M170.
     */
    @Test
    void page_whenExhibitsDoNotFit_thenNamed() throws IOException {
        CheckRun right = CheckRun.start("unit/Report.LeftOut/reference");
        CheckRun wrong = CheckRun.start("unit/Report.LeftOut/M154");
        CheckRun wrongGraphs = CheckRun.start("unit/Report.LeftOut/M170");
        String html = html(4_000, ROOM_FOR_GRAPHS);
        int exhibits = Examples.all().size() + GRAPHS.size();
        finish(right, unnamed(html), exhibits, "exhibits");
        finish(wrong, unnamed(M154_LeftOutInSilence.of(html)), exhibits, "exhibits");
        finish(wrongGraphs, unnamed(M170_GraphLeftOutInSilence.of(html)), exhibits, "exhibits");
    }

    private static List<String> unnamed(String html) throws IOException {
        List<String> unnamed = new ArrayList<>(Examples.all().stream()
                .map(timeline -> timeline.header().id())
                .filter(id -> !isCarried(html, id) && !html.contains("<li>" + id + ": too long"))
                .toList());
        GRAPHS.keySet().stream()
                .filter(id -> !isCarried(html, id) && !html.matches("(?s).*see graphs/:[^<]*" + id + ".*"))
                .forEach(unnamed::add);
        assertTrue(isCarried(html, "short") && !isCarried(html, "a-long-one"), "one graph fits and one does not");
        return unnamed;
    }

    private static boolean isCarried(String html, String id) {
        return html.contains("\"id\":\"" + id + "\"");
    }

    /** Each action is shown with the line that declares its method. Kills M155. */
    @Test
    void places_whenFoundInTheSources_thenTheLineDeclaresTheMethod() {
        CheckRun right = CheckRun.start("unit/Report.SourceLines/reference");
        CheckRun wrong = CheckRun.start("unit/Report.SourceLines/M155");
        Map<String, ActionPlaces.Place> places =
                ActionPlaces.below(Project.ROOT).get(ActionPlaces.WORKER_METHOD);
        long found =
                places.values().stream().filter(place -> place.line() != null).count();
        assertTrue(found >= 20, found + " actions of the worker method have a line");
        finish(right, elsewhere(places, IntUnaryOperator.identity()), found, "actions");
        finish(wrong, elsewhere(places, M155_LineFromZero::of), found, "actions");
    }

    private static List<String> elsewhere(Map<String, ActionPlaces.Place> places, IntUnaryOperator line) {
        List<String> elsewhere = new ArrayList<>();
        places.forEach((action, place) -> {
            String method = place.java().substring(place.java().indexOf('#') + 1);
            if (place.line() == null && !place.java().startsWith("none: ")) {
                elsewhere.add(action + " has no line");
            } else if (place.line() != null
                    && !line(place.file(), line.applyAsInt(place.line())).matches("    \\S.*\\b" + method + "\\(.*")) {
                elsewhere.add(action + " is not declared in line " + place.line() + " of " + place.file());
            }
        });
        return elsewhere;
    }

    private static String line(String file, int number) {
        try {
            return Files.readAllLines(Project.ROOT.resolve(file)).get(number - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The gate is shut for a trace that is none, whatever is wrong with it. Kills M164. */
    @Test
    void gate_whenATraceCannotBeRead_thenShut() throws IOException {
        CheckRun right = CheckRun.start("unit/Report.TraceFiles/reference");
        CheckRun wrong = CheckRun.start("unit/Report.TraceFiles/M164");
        List<String> passed = new ArrayList<>();
        List<String> passedByMutant = new ArrayList<>();
        int broken = 0;
        for (Map.Entry<String, String> each : brokenTraces().entrySet()) {
            Project project = Project.inOrder(Files.createDirectory(folder.resolve("broken" + broken)));
            broken++;
            Examples.copyTo(project.folder());
            assertEquals(List.of(), project.verification().findings(), "without it");
            Path file = project.folder().resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
            List<String> about = project.verification().findings().stream()
                    .filter(finding -> finding.reason() == Finding.Reason.UNREADABLE)
                    .map(Finding::about)
                    .toList();
            if (!about.equals(List.of(each.getKey()))) {
                passed.add(each.getKey() + " is there, and the gate finds " + about);
            }
            if (M164_UnreadableTracePassed.of(about).isEmpty()) {
                passedByMutant.add(each.getKey() + " is there, and the gate is open");
            }
        }
        finish(right, passed, broken, "files");
        finish(wrong, passedByMutant, broken, "files");
    }

    /** By name: what is no trace, half of one, one that contradicts itself, and another check's. */
    private Map<String, String> brokenTraces() throws IOException {
        Timeline timeline = Examples.all().get(0);
        String text = Files.readString(timeline.writeWithin(folder.resolve("whole")));
        String name = Path.of("traces", timeline.header().id() + Timeline.SUFFIX)
                .toString()
                .replace('\\', '/');
        return Map.of(
                "traces/tlc/empty.jsonl",
                "",
                "traces/tlc/prose.jsonl",
                "This is no trace.",
                name,
                text.substring(0, text.length() / 2),
                "traces/tlc/another.jsonl",
                text);
    }

    private static void finish(CheckRun run, List<String> faults, long effort, String of) {
        run.finish(
                faults.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of(of, effort),
                null,
                faults.isEmpty() ? null : faults.get(0));
    }

    private String html(long roomForTraces, long roomForGraphs) throws IOException {
        Path report = Files.createDirectory(folder.resolve("report"));
        Project project = Project.inOrder(report);
        Examples.copyTo(report);
        assertEquals(3, Examples.all().size());
        Path graphs = Files.createDirectory(report.resolve("graphs"));
        for (Map.Entry<String, String> graph : GRAPHS.entrySet()) {
            Files.writeString(
                    graphs.resolve(graph.getKey() + ".json"),
                    "{\"id\":\"" + graph.getKey() + "\",\"title\":\"" + graph.getValue() + "\"}");
        }
        Exhibits exhibits = new Exhibits(
                TraceShelf.read(report, roomForTraces),
                ActionPlaces.below(Project.ROOT),
                GraphShelf.read(report, roomForGraphs),
                Optional.empty());
        return new Page(project.verification(), exhibits).html().toString();
    }
}
