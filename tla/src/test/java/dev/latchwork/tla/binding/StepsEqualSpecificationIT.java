package dev.latchwork.tla.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.Project;
import dev.latchwork.tla.binding.StepComparison.Difference;
import dev.latchwork.tla.binding.StepComparison.Kind;
import dev.latchwork.tla.binding.mutants.M163_EndsBeforeTheDeviation;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.timeline.FlatState;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.CoverageFolder;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.protocol.ProtocolActions.ProtocolAction;
import dev.latchwork.verification.timeline.Timeline;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The shipped classes take, in every state, the steps of the specification and no others: at the bounds of the models below,
 * state by state and edge by edge. docs/binding.md says what is compared with what.
 */
class StepsEqualSpecificationIT {
    /** By subject. Exits and reopen failures; a ring that fills; a resize; a close; two peers that are woken; the ring. */
    private static final Map<String, List<String>> MODELS = models();

    private static final long FLOOR = 400_000;

    private static final List<Subject> DEVIATING = List.of(Subject.M76, Subject.M78);

    private static final QuietLog LOG = new QuietLog();

    private static Map<String, List<String>> models() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put(
                "reference",
                List.of(
                        "MCWorkerMethod_exits",
                        "MCWorkerMethod_ringFull",
                        "MCWorkerMethod_resize",
                        "MCWorkerMethod_close",
                        "MCWorkerMethod_four",
                        "MCWorkerMethod_probeTwoPeers",
                        "MCWorkerMethod_small",
                        "MCWorkerMethodRing_wraps"));
        models.put("exact", List.of("MCWorkerMethod_exactThree", "MCWorkerMethod_exactExits"));
        models.put("hand-over-all", List.of("MCWorkerMethod_handOverAll"));
        models.put("postgres-19", List.of("MCWorkerMethod_postgres19", "MCWorkerMethod_postgres19Three"));
        models.put("seed-A", List.of("MCWorkerMethod_seedALostWakeup"));
        models.put("seed-B", List.of("MCWorkerMethod_seedBLostWakeup"));
        models.put("seed-E", List.of("MCWorkerMethod_seedEStates"));
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

    /** Every variant against its own specification. Kills M05, M32, M75, M76, M78 and the seed's faults, as shown below. */
    @Test
    void steps_whenComparedWithTlcsGraph_thenTheSame() throws Exception {
        long edges = 0;
        Set<String> taken = new TreeSet<>();
        Map<String, Object> reached = new LinkedHashMap<>();
        List<String> differences = new ArrayList<>();
        for (Map.Entry<String, List<String>> subject : MODELS.entrySet()) {
            CheckRun run = CheckRun.start("replay/StepsEqualSpecification/" + subject.getKey());
            List<String> own = new ArrayList<>();
            Optional<Timeline> trace = Optional.empty();
            long states = 0;
            long transitions = 0;
            long its = 0;
            for (String cfg : subject.getValue()) {
                BoundConfiguration configuration = BoundConfiguration.of(cfg);
                LabelledGraph specification = configuration.graph();
                StepComparison.Outcome outcome = StepComparison.compare(specification, configuration::newMethod);
                System.out.printf(
                        "%s: %d states and %d edges of the specification; %d states, %d transitions and %d unseen steps of"
                                + " the classes; %s%n",
                        cfg,
                        specification.states(),
                        specification.edges(),
                        outcome.code().states(),
                        outcome.transitions(),
                        outcome.unseen(),
                        outcome.actions());
                reached.put(
                        cfg,
                        Map.of(
                                "states", specification.states(),
                                "transitions", specification.edges(),
                                "states of the classes", outcome.code().states(),
                                "steps of the classes", outcome.transitions() + outcome.unseen(),
                                "actions", outcome.actions()));
                taken.addAll(outcome.actions().keySet());
                outcome.differences().forEach(difference -> own.add(difference.toString()));
                trace = trace.or(() -> trace(configuration, configuration::newMethod, outcome, run.check()));
                states += outcome.code().states();
                transitions += outcome.transitions();
                its += specification.edges();
            }
            differences.addAll(own);
            edges += its;
            run.finish(
                    own.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                    Effort.of("states", states).and("transitions", transitions).and("edges", its),
                    written(trace),
                    own.stream().findFirst().orElse(null));
        }
        reached.put("transitions", edges);
        CoverageFolder.within(Project.reportFolder()).write("steps", reached);
        assertEquals(List.of(), differences);
        assertEquals(actionsOfTheImplementation(), taken);
        assertTrue(edges >= FLOOR, edges + " transitions of the specification are fewer than " + FLOOR);
    }

    /** Every action that has a Java method, but the one that only fault D can take, and the name that the ring's models give. */
    private static Set<String> actionsOfTheImplementation() {
        Set<String> actions = new TreeSet<>(Set.of("Unchanged"));
        for (ProtocolAction action : ProtocolActions.load().actions()) {
            if (!action.java().startsWith("none: ") && !action.action().equals("RegisterFail")) {
                actions.add(action.action());
            }
        }
        return actions;
    }

    /**
     * Each mistake makes the classes take other steps than the specification has, and those of the mistake alone: a
     * difference of another action is another mistake's, or the harness's, and would show this one as found while it is not.
     */
    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "M31")
    void steps_whenThereIsAMistake_thenOthersOfItsActions(Subject subject) throws Exception {
        CheckRun run = CheckRun.start("replay/StepsEqualSpecification/mistake/" + subject);
        BoundConfiguration configuration = subject.configuration();
        StepComparison.Outcome outcome =
                StepComparison.compare(configuration.graph(), () -> subject.newMethod(configuration));
        System.out.printf(
                "%s in %s: steps that the specification does not have, by action: %s%n",
                subject, configuration.cfg(), outcome.others());
        Optional<Timeline> trace = trace(configuration, () -> subject.newMethod(configuration), outcome, run.check());
        run.finish(
                verdict(subject, outcome),
                Effort.of("states", outcome.code().states()).and("transitions", outcome.transitions()),
                written(trace),
                outcome.differences().stream()
                        .findFirst()
                        .map(Difference::toString)
                        .orElse(null));
    }

    /** The nearest difference as a trace. */
    private static Optional<Timeline> trace(
            BoundConfiguration configuration,
            Supplier<BoundedMethod> start,
            StepComparison.Outcome outcome,
            Check check) {
        return outcome.nearest()
                .flatMap(difference -> difference.kind() == Kind.MISSING_STEP
                        ? PathTimeline.leadingTo(
                                configuration, start.get(), difference.path(), difference.sentence(), check)
                        : PathTimeline.deviating(
                                configuration, start.get(), difference.path(), difference.sentence(), check));
    }

    private static Path written(Optional<Timeline> trace) throws IOException {
        return trace.isEmpty() ? null : trace.get().writeWithin(Project.reportFolder());
    }

    /** A trace is the specification's up to the step that it calls bad, and that step is not. Kills M163. */
    @Test
    void trace_whenTheClassesDeviate_thenTheFirstStepThatIsNotTheSpecifications() throws Exception {
        CheckRun right = CheckRun.start("replay/DeviationTrace/reference");
        CheckRun wrong = CheckRun.start("replay/DeviationTrace/M163");
        List<String> ofRight = new ArrayList<>();
        List<String> ofWrong = new ArrayList<>();
        for (Subject subject : DEVIATING) {
            BoundConfiguration configuration = subject.configuration();
            LabelledGraph specification = configuration.graph();
            Timeline trace = trace(
                            configuration,
                            () -> subject.newMethod(configuration),
                            StepComparison.compare(specification, () -> subject.newMethod(configuration)),
                            right.check())
                    .orElseThrow();
            ofRight.addAll(DeviationFaults.of(trace, specification));
            ofWrong.addAll(DeviationFaults.of(M163_EndsBeforeTheDeviation.of(trace), specification));
        }
        finish(right, ofRight);
        finish(wrong, ofWrong);
    }

    private static void finish(CheckRun run, List<String> faults) {
        run.finish(
                faults.isEmpty() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("traces", DEVIATING.size()),
                null,
                faults.stream().findFirst().orElse(null));
    }

    private static Outcome verdict(Subject subject, StepComparison.Outcome outcome) {
        if (outcome.differences().isEmpty()) {
            return Outcome.HELD;
        }
        boolean asTheMistakeHasIt = outcome.differences().get(0).kind() == Kind.OTHER_STEP
                && outcome.others().keySet().equals(subject.actions());
        return asTheMistakeHasIt ? Outcome.VIOLATED : Outcome.BROKEN;
    }

    /** What a mistake is held against is what the shipped classes are: without it, there is no difference. */
    @ParameterizedTest
    @EnumSource(Subject.class)
    void models_whenAMistakeIsHeldAgainstOne_thenTheReferenceIsComparedThere(Subject subject) throws Exception {
        assertTrue(MODELS.get("reference").contains(subject.configuration().cfg()), subject::toString);
    }

    /** A comparison that only counted would not see that a step is missing, or that there is one more. */
    @ParameterizedTest
    @CsvSource({"MCWorkerMethod_small, MarkIdle(1)", "MCWorkerMethod_small, StartWorker"})
    void steps_whenTheGraphHasOneMoreOrLess_thenSaysWhich(String cfg, String action) throws Exception {
        BoundConfiguration configuration = BoundConfiguration.of(cfg);
        GraphEdit edit = GraphEdit.of(configuration.graph(), action);

        assertEquals(List.of(Kind.OTHER_STEP + " " + action), differences(edit.without(), configuration));
        assertEquals(List.of(Kind.MISSING_STEP + " " + action), differences(edit.withOneMore(), configuration));
    }

    /** A step that is missing is told in the state in which it is. Kills: a trace that ends elsewhere, or none. */
    @Test
    void trace_whenAStepIsMissing_thenEndsWhereItIs() throws Exception {
        BoundConfiguration configuration = BoundConfiguration.of("MCWorkerMethod_small");
        GraphEdit edit = GraphEdit.of(configuration.graph(), "MarkIdle(1)");
        Timeline trace = trace(
                        configuration,
                        configuration::newMethod,
                        StepComparison.compare(edit.withOneMore(), configuration::newMethod),
                        CheckRun.start("replay/DeviationTrace/reference").check())
                .orElseThrow();

        assertEquals(
                "After this step the specification has MarkIdle(1), and the classes do not.",
                trace.header().bad().words());
        Map<String, String> state = new LinkedHashMap<>(trace.header().initial());
        trace.steps().forEach(step -> step.changes().forEach(change -> state.put(change.what(), change.to())));
        assertEquals(FlatState.of(StateWords.variables(edit.from())).entries(), state);
    }

    private static List<String> differences(LabelledGraph specification, BoundConfiguration configuration) {
        return StepComparison.compare(specification, configuration::newMethod).differences().stream()
                .map(difference -> difference.kind() + " " + difference.subject())
                .distinct()
                .toList();
    }
}
