package dev.latchwork.tla.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.worker.SteppedMethod;
import dev.latchwork.tla.Project;
import dev.latchwork.tla.binding.Replay.Deviation;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineSource;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Every transition of a graph, taken on threads that really wait and are really woken. docs/binding.md tells how. */
class ReplayIT {
    private static final Map<String, List<String>> MODELS = models();
    private static final long FLOOR = 20_000;
    private static final int TIMES = 10;
    private static final int INTERNAL_STEPS_AT_MOST = 1_000;
    private static final QuietLog LOG = new QuietLog();

    /** By subject. Reopen failures with restarts and a full queue; requested exits with restarts; the seed's faults. */
    private static Map<String, List<String>> models() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put("reference", List.of("MCWorkerMethod_failures", "MCWorkerMethod_resize"));
        models.put("hand-over-all", List.of("MCWorkerMethod_handOverAll"));
        models.put("seed-A", List.of("MCWorkerMethod_seedALostWakeup"));
        models.put("seed-B", List.of("MCWorkerMethod_seedBLostWakeup"));
        return models;
    }

    @BeforeAll
    static void silence() {
        LOG.begin();
    }

    @AfterAll
    static void speak() {
        LOG.end();
    }

    /** Each transition of the specification is taken, and leads where it says. Kills M31 and faults A and B, as shown below. */
    @Test
    void transitions_whenTakenOnThreads_thenAllOfThemAndAsSpecified() throws Exception {
        long all = 0;
        long edges = 0;
        Map<String, Object> reached = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, List<String>> subject : MODELS.entrySet()) {
            CheckRun run = CheckRun.start("replay/EveryTransitionOnThreads/" + subject.getKey());
            long transitions = 0;
            long steps = 0;
            long its = 0;
            int before = wrong.size();
            Optional<Timeline> trace = Optional.empty();
            for (String cfg : subject.getValue()) {
                BoundConfiguration configuration = BoundConfiguration.of(cfg);
                LabelledGraph specification = configuration.graph();
                List<List<CodeGraph.Edge>> cover = cover(configuration, specification);
                Replay replay = new Replay(specification, configuration::newMethod);
                Optional<Deviation> deviation = cover.stream()
                        .map(path -> replay.take(choices(path)))
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(replay::shrink);
                deviation.ifPresent(found -> wrong.add(told(cfg, found)));
                if (trace.isEmpty() && deviation.isPresent()) {
                    trace = trace(configuration, configuration::newMethod, deviation.get(), run.check());
                }
                replay.missed(1).forEach(missed -> wrong.add("not taken: " + missed));
                System.out.printf(
                        "%s: %d of %d transitions taken on threads, by %d steps of %d paths%n",
                        cfg, replay.transitions(), specification.edges(), replay.steps(), cover.size());
                reached.put(
                        cfg,
                        Map.of(
                                "transitions", specification.edges(),
                                "covered", replay.transitions(),
                                "steps", replay.steps(),
                                "paths", cover.size()));
                transitions += replay.transitions();
                steps += replay.steps();
                its += specification.edges();
            }
            all += transitions;
            edges += its;
            run.finish(
                    wrong.size() == before && transitions == its ? Outcome.HELD : Outcome.VIOLATED,
                    Effort.of("transitions", transitions).and("edges", its).and("steps", steps),
                    written(trace),
                    wrong.stream().skip(before).findFirst().orElse(null));
        }
        reached.put("transitions", edges);
        reached.put("covered", all);
        CoverageFolder.within(Project.reportFolder()).write("replay", reached);
        assertEquals(List.of(), wrong);
        assertTrue(all >= FLOOR, all + " transitions are fewer than " + FLOOR);
    }

    /** The paths of the reference lead a faulty method astray; the shortest such path does so every time. */
    @ParameterizedTest
    @EnumSource(names = {"SEED_A", "SEED_B", "M31"})
    void transitions_whenThereIsAMistake_thenOneDeviates(Subject subject) throws Exception {
        CheckRun run = CheckRun.start("replay/EveryTransitionOnThreads/mistake/" + subject);
        BoundConfiguration configuration = subject.configuration();
        LabelledGraph specification = configuration.graph();
        Replay replay = new Replay(specification, threads -> subject.newMethod(configuration, threads));
        Optional<Deviation> deviation = cover(configuration, specification).stream()
                .map(path -> replay.take(choices(path)))
                .flatMap(Optional::stream)
                .findFirst();
        // A thread that is not woken shows by the limit of a wait only; nobody waits for that a hundred times.
        Optional<Deviation> smallest = subject == Subject.M31 ? deviation : deviation.map(replay::shrink);
        String told = smallest.map(found -> told(configuration.cfg() + " " + subject, found))
                .orElse(null);
        System.out.println(told);
        Optional<Timeline> trace = Optional.empty();
        if (smallest.isPresent()) {
            trace = trace(
                    configuration, threads -> subject.newMethod(configuration, threads), smallest.get(), run.check());
        }
        run.finish(
                deviation.isPresent() ? Outcome.VIOLATED : Outcome.HELD,
                Effort.of("transitions", replay.transitions()).and("steps", replay.steps()),
                written(trace),
                told);
        assertEquals(List.of(), DeviationFaults.of(trace.orElseThrow(), specification));
        for (int i = 0; subject != Subject.M31 && i < TIMES; i++) {
            Optional<Deviation> again = replay.take(smallest.orElseThrow().path());
            assertEquals(
                    smallest.get().words(), again.map(Deviation::words).orElse("nothing"), "replayed " + i + " times");
        }
    }

    /** What TLC finds in the specification of a fault happens on the shipped classes with that fault. */
    @ParameterizedTest
    @CsvSource({
        "seed-A, NoLostWakeup, MCWorkerMethod_seedALostWakeup",
        "seed-B, NoLostWakeup, MCWorkerMethod_seedBLostWakeup",
        "seed-A, NoNullLatch, MCWorkerMethod_seedANullLatch"
    })
    void counterexample_whenTakenOnThreads_thenHappens(String subject, String property, String cfg) throws Exception {
        CheckRun run = CheckRun.start("replay/CounterexampleOnThreads/" + property + "/" + subject);
        BoundConfiguration configuration = BoundConfiguration.of(cfg);
        List<String> actions = configuration.counterexample();
        CodeGraph code = CodeGraph.explore(configuration::newMethod);
        List<Choice> path = ActionPath.of(code, actions)
                .orElseThrow(() -> new AssertionError("the classes cannot take " + actions));
        boolean happens;
        Timeline trace;
        try (ProcessThreads threads = new ProcessThreads()) {
            BoundedMethod method = configuration.newMethod(threads);
            trace = PathTimeline.taken(configuration, method, path)
                    .violating(
                            TimelineSource.REPLAY,
                            run.check().id(),
                            run.check().subject(),
                            property,
                            "",
                            run.check().replay());
            happens = property.equals("NoNullLatch") ? crashes(method) : method.isWakeupLost() && staysLost(method);
        }
        System.out.printf("%s of %s on threads: %s, by %s%n", property, subject, actions, Choice.text(path));
        run.finish(
                happens ? Outcome.VIOLATED : Outcome.HELD,
                Effort.of("steps", path.size()),
                trace.writeWithin(Project.reportFolder()),
                String.join(" ", actions) + ": " + Choice.text(path));
    }

    /** Takes the path of a deviation once more, and tells it as a trace. */
    private static Optional<Timeline> trace(
            BoundConfiguration configuration,
            Function<ProcessThreads, BoundedMethod> start,
            Deviation deviation,
            Check check) {
        try (ProcessThreads threads = new ProcessThreads()) {
            return PathTimeline.deviating(
                    configuration, start.apply(threads), deviation.path(), deviation.sentence(), check);
        }
    }

    private static Path written(Optional<Timeline> trace) throws IOException {
        return trace.isEmpty() ? null : trace.get().writeWithin(Project.reportFolder());
    }

    /** Whether the processes, left alone, come to SetLatch(NULL). */
    private static boolean crashes(BoundedMethod method) {
        for (int steps = 0; steps < INTERNAL_STEPS_AT_MOST; steps++) {
            Optional<Choice> next =
                    method.choices().stream().filter(Choice::isInternal).findFirst();
            if (next.isEmpty()) {
                return false;
            }
            if (SteppedMethod.CRASH.equals(method.take(next.get()))) {
                return true;
            }
        }
        throw new AssertionError("the processes do not come to rest");
    }

    /** Whether the processes, left alone, come to rest beside the queued I/O. */
    private static boolean staysLost(BoundedMethod method) {
        return !crashes(method) && method.isWakeupLost();
    }

    /** A path that somebody gives: {@code -Dlatchwork.binding.path="submit(0,1) ..."}, and the configuration or mistake. */
    @Test
    @EnabledIfSystemProperty(named = "latchwork.binding.path", matches = ".+")
    void path_whenGiven_thenTaken() throws Exception {
        String subject = System.getProperty("latchwork.binding.subject", "");
        BoundConfiguration configuration = subject.isEmpty()
                ? BoundConfiguration.of(System.getProperty("latchwork.binding.cfg", "MCWorkerMethod_resize"))
                : Subject.of(subject).configuration();
        Replay replay = new Replay(
                configuration.graph(),
                threads -> subject.isEmpty()
                        ? configuration.newMethod(threads)
                        : Subject.of(subject).newMethod(configuration, threads));
        Optional<Deviation> deviation = replay.take(Choice.parse(System.getProperty("latchwork.binding.path")));
        assertEquals("", deviation.map(Deviation::words).orElse(""));
    }

    private static List<List<CodeGraph.Edge>> cover(BoundConfiguration configuration, LabelledGraph specification) {
        return PathCover.of(
                StepComparison.compare(specification, configuration::newMethod).code());
    }

    private static List<Choice> choices(List<CodeGraph.Edge> path) {
        return path.stream().map(CodeGraph.Edge::choice).toList();
    }

    private static String told(String of, Deviation deviation) {
        String[] names = of.split(" ", -1);
        return of + ": " + deviation.words()
                + "\nReplay: mvn -pl tla -am verify -Dtest=None -Dit.test=ReplayIT#path_whenGiven_thenTaken"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false -Dlatchwork.binding."
                + (names.length > 1 ? "subject=" + names[1] : "cfg=" + of) + " \"-Dlatchwork.binding.path="
                + Choice.text(deviation.path()) + "\"";
    }
}
