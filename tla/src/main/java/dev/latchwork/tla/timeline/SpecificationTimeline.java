package dev.latchwork.tla.timeline;

import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.tla.trace.Counterexample;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Contradiction;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import dev.latchwork.verification.timeline.TimelineStep.Change;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A behaviour of the specification, or of the classes that were taken along it, as a trace: adds to each action what the
 * states tell of it, above all who owes a wakeup to whom and who sets which latch. State 1 is the initial one, so step n leads
 * to state n, as in TLC's own numbering. Confined to its thread.
 */
public final class SpecificationTimeline {
    private static final int FIRST_STEP = 2;

    private static final Set<String> SECTIONS = Arrays.stream(RecordedAction.values())
            .filter(RecordedAction::isSection)
            .map(RecordedAction::toString)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> ORDER_OF_LANES = List.of(
            "submitter",
            "session",
            "owner",
            "executor",
            "worker",
            ActionActors.LEAVERS,
            ActionActors.SUPERVISOR,
            ActionActors.ENVIRONMENT);

    private final String module;
    private final boolean byHandles;
    private final FlatState initial;
    private final List<TimelineStep> steps = new ArrayList<>();
    private FlatState state;

    /**
     * A behaviour that has not left its initial state.
     *
     * @param module the module whose behaviour it is
     * @param variables the initial state, by variable
     */
    public SpecificationTimeline(String module, Map<String, String> variables) {
        this.module = module;
        this.byHandles = ProtocolActions.ofModule(module).equals(ProtocolActions.ofCompletion());
        this.initial = FlatState.of(variables);
        this.state = initial;
    }

    /** The behaviour of a counterexample. */
    public static SpecificationTimeline of(String module, Counterexample counterexample) {
        Map<String, String> variables = new LinkedHashMap<>();
        counterexample.initialState().forEach(variable -> variables.put(variable.name(), variable.value()));
        SpecificationTimeline timeline = new SpecificationTimeline(module, variables);
        for (Counterexample.Step step : counterexample.steps()) {
            timeline.add(
                    ProtocolActions.unbounded(step.action()),
                    step.arguments(),
                    step.changes().stream()
                            .map(change -> new Change(change.what(), change.from(), change.to()))
                            .toList());
        }
        return timeline;
    }

    /** Adds a step that leads to a state of these variables. */
    public void addStepTo(String action, List<String> arguments, Map<String, String> variables) {
        add(action, arguments, changesTo(variables));
    }

    /**
     * Adds what is no action of the specification.
     *
     * @param what in words
     * @param actor who does it
     * @param hangs whether it does not end
     * @param variables the state that it leads to
     */
    public void addUnnamed(String what, String actor, boolean hangs, Map<String, String> variables) {
        List<Change> changes = changesTo(variables);
        state = after(changes);
        steps.add(TimelineStep.at(FIRST_STEP + steps.size(), what, actor)
                .withHangs(hangs)
                .withDepth(depth())
                .withIdle(idle())
                .withChanges(changes)
                .build());
    }

    private List<Change> changesTo(Map<String, String> variables) {
        List<Change> changes = new ArrayList<>();
        FlatState.of(variables).entries().forEach((name, value) -> {
            String before = state.get(name).orElse("");
            if (!value.equals(before)) {
                changes.add(new Change(name, before, value));
            }
        });
        return changes;
    }

    private FlatState after(List<Change> changes) {
        Map<String, String> changed = new LinkedHashMap<>();
        changes.forEach(change -> changed.put(change.what(), change.to()));
        return state.with(changed);
    }

    private Integer depth() {
        return state.get("queue").isPresent() ? state.elements("queue").size() : null;
    }

    private List<Integer> idle() {
        return state.get("queue").isPresent() ? state.numbers("idle", TimelineStep.NULL_LATCH) : null;
    }

    private void add(String action, List<String> arguments, List<Change> changes) {
        FlatState before = state;
        state = after(changes);
        TimelineStep.Builder step = TimelineStep.at(
                        FIRST_STEP + steps.size(), action, ActionActors.of(action, arguments, byHandles))
                .withArguments(arguments)
                .withSection(!byHandles && isSection(action))
                .withSleeps(changes.stream().anyMatch(SpecificationTimeline::isSleep))
                .withChanges(changes);
        if (!byHandles) {
            step.withIos(ios(action, arguments, before))
                    .withOwes(owes(action, changes))
                    .withSets(sets(action, arguments, before))
                    .withDepth(depth())
                    .withIdle(idle());
        }
        steps.add(step.build());
    }

    /** Whether an action of the worker method is a critical section. */
    static boolean isSection(String action) {
        return SECTIONS.contains(action);
    }

    private static boolean isSleep(Change change) {
        return (change.what().startsWith("point[") || change.what().startsWith("sessionPoint["))
                && change.to().equals("\"Await\"");
    }

    private List<String> ios(String action, List<String> arguments, FlatState before) {
        if (arguments.isEmpty()) {
            return List.of();
        }
        if (action.startsWith("Submit") && arguments.size() > 1) {
            return FlatState.listed(arguments.get(1));
        }
        String hand = "hand[" + arguments.get(0) + "]";
        if (action.equals("PerformSynchronously")) {
            return before.elements("leftover[" + arguments.get(0) + "]").stream()
                    .limit(1)
                    .toList();
        }
        if (SET_BY_OTHERS.contains(action)) {
            return List.of();
        }
        return state.get(hand)
                .filter(io -> !io.equals(FlatState.NONE))
                .or(() -> before.get(hand))
                .filter(io -> !io.equals(FlatState.NONE))
                .map(List::of)
                .orElse(List.of());
    }

    /** Their argument is not who takes them. */
    private static final Set<String> SET_BY_OTHERS = Set.of("RequestShutdown", "Interrupt", "HandOver", "Reload");

    /** Whose wakeup is owed after these changes and was not before. */
    private static List<Integer> owes(String action, List<Change> changes) {
        List<Integer> owes = new ArrayList<>();
        for (Change change : changes) {
            if (change.what().startsWith("owed[")) {
                List<String> more = new ArrayList<>(FlatState.listed(change.to()));
                FlatState.listed(change.from()).forEach(more::remove);
                more.forEach(target -> owes.add(worker(target)));
            } else if (change.what().startsWith("submitterOwed[")
                    && !change.to().equals(FlatState.NONE)) {
                owes.add(worker(change.to()));
            } else if (change.what().startsWith("leavers[") && action.equals("Deregister")) {
                FlatState.listed(change.what()
                                .substring("leavers[".length(), change.what().length() - 1))
                        .forEach(target -> owes.add(worker(target)));
            }
        }
        return owes;
    }

    private static int worker(String target) {
        return FlatState.number(target, TimelineStep.NULL_LATCH);
    }

    /** Whose latch the step sets, also when it was set already. */
    private static Integer sets(String action, List<String> arguments, FlatState before) {
        return switch (action) {
            case "SubmitSetLatch", "WakeWorker" ->
                before.get("submitterOwed[" + arguments.get(0) + "]")
                        .map(SpecificationTimeline::worker)
                        .orElse(null);
            case "WakePeer" ->
                before.elements("owed[" + arguments.get(0) + "]").stream()
                        .findFirst()
                        .map(SpecificationTimeline::worker)
                        .orElse(null);
            case "HandOver" ->
                FlatState.listed(arguments.get(0)).stream()
                        .map(SpecificationTimeline::worker)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
            case "RequestShutdown", "Interrupt" -> worker(arguments.get(0));
            default -> null;
        };
    }

    /**
     * The trace of a violation.
     *
     * @param id the check's
     * @param subject the check's
     * @param property what is violated at the end
     * @param ending what follows, in words; empty when the last state is the violation
     * @param replay the command that gives it again
     */
    public Timeline violating(
            TimelineSource source, String id, String subject, String property, String ending, String replay) {
        int last = FIRST_STEP + steps.size() - 1;
        BadStep bad = steps.isEmpty()
                ? null
                : Contradiction.in(steps)
                        .orElseGet(() -> new BadStep(
                                last,
                                StandstillInWords.of(state, steps)
                                        .map(words -> property + " is violated: " + words)
                                        .orElse(property + " is violated after step " + last + "."
                                                + (ending.isEmpty() ? "" : " " + ending))));
        return new Timeline(header(source, id, subject, property, bad, replay), steps);
    }

    /**
     * The trace of a behaviour whose last step is the bad one; empty if there is no step.
     *
     * @param id the check's
     * @param subject the check's
     * @param property the check's
     * @param words what is wrong with that step, in a sentence
     * @param replay the command that gives it again
     */
    public Optional<Timeline> endingBadly(
            TimelineSource source, String id, String subject, String property, String words, String replay) {
        if (steps.isEmpty()) {
            return Optional.empty();
        }
        BadStep bad = new BadStep(FIRST_STEP + steps.size() - 1, words);
        return Optional.of(new Timeline(header(source, id, subject, property, bad, replay), steps));
    }

    private TimelineHeader header(
            TimelineSource source, String id, String subject, String property, BadStep bad, String replay) {
        return new TimelineHeader(
                TimelineHeader.FORMAT,
                id,
                source,
                subject,
                property,
                module,
                TimelineHeader.STEPS,
                actors(),
                initial.entries(),
                bad,
                null,
                null,
                replay);
    }

    /** Everybody who acts, and every worker and submitter that could. */
    private List<String> actors() {
        Set<String> actors = new LinkedHashSet<>();
        if (!byHandles) {
            initial.domain("submitterPoint").forEach(submitter -> actors.add("submitter " + submitter));
            initial.domain("point").forEach(worker -> actors.add("worker " + worker));
        }
        steps.forEach(step -> actors.add(step.actor()));
        return actors.stream()
                .sorted(Comparator.comparing((String actor) -> ORDER_OF_LANES.indexOf(actor.split(" ", -1)[0]))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
