package dev.latchwork.tla.timeline;

import dev.latchwork.tla.proof.Counterexample;
import dev.latchwork.tla.proof.Kind;
import dev.latchwork.tla.proof.Variable;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.timeline.BadStep;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineHeader;
import dev.latchwork.verification.timeline.TimelineSource;
import dev.latchwork.verification.timeline.TimelineStep;
import dev.latchwork.verification.timeline.TimelineStep.Change;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A step that breaks a proof as a trace of that one step. A set of workers at a program point stands where the specification
 * has each worker's point, as in the formulas. Stateless.
 */
public final class ProofTimeline {
    /** State 1 is the one before it, as in the specification's traces. */
    private static final int STEP = 2;

    private static final String QUEUED = "Len(queue)";
    private static final String IDLE = "idle";
    private static final String POINT = "at ";
    private static final String AWAITING = POINT + "Await";
    private static final String OWNER = "owner of handle";
    private static final String NOT_REACHABLE =
            "Not shown: how the state before it comes about, if it does. The prover looks at every state that has the invariant, and"
                    + " not every one is reachable.";

    private ProofTimeline() {}

    /**
     * The trace of a counterexample; empty if it has no step.
     *
     * @param module the module whose action it is, such as {@code WorkerMethod}
     * @param isConjunct whether what is broken is there only to carry the properties, and is no property
     */
    public static Optional<Timeline> of(String module, Counterexample shown, boolean isConjunct, Check check) {
        if (shown.action() == null) {
            return Optional.empty();
        }
        TimelineStep step = step(module, shown);
        return Optional.of(new Timeline(
                new TimelineHeader(
                        TimelineHeader.FORMAT,
                        check.id(),
                        TimelineSource.PROOF,
                        check.subject(),
                        check.property(),
                        module,
                        TimelineHeader.STEPS,
                        actors(module, shown, step.actor()),
                        texts(shown.before()),
                        new BadStep(STEP, words(shown, isConjunct, step)),
                        null,
                        NOT_REACHABLE,
                        check.replay()),
                List.of(step)));
    }

    /** Who takes the step, and everybody who is at a program point before or after it. */
    private static List<String> actors(String module, Counterexample shown, String actor) {
        long members = Stream.of(shown.before(), shown.after())
                .flatMap(state -> state.entrySet().stream())
                .filter(entry -> entry.getKey().kind() == Kind.WORKERS
                        && entry.getKey().name().startsWith(POINT))
                .mapToLong(Map.Entry::getValue)
                .reduce(0, (some, more) -> some | more);
        Set<String> actors = new LinkedHashSet<>();
        if (workers(members).stream().map(member -> name(module, member)).noneMatch(actor::equals)) {
            actors.add(actor);
        }
        workers(members).forEach(member -> actors.add(name(module, member)));
        return List.copyOf(actors);
    }

    private static String name(String module, int member) {
        return (isByHandles(module) ? "session " : "worker ") + member;
    }

    private static boolean isByHandles(String module) {
        return ProtocolActions.ofModule(module).equals(ProtocolActions.ofCompletion());
    }

    private static String words(Counterexample shown, boolean isConjunct, TimelineStep step) {
        return "After " + step.call() + " " + (isConjunct ? "conjunct " : "") + shown.broken()
                + " does not hold any more, and before it the whole invariant does. So the proof fails in this step."
                + (isConjunct ? " A conjunct is no property, and this no proof that one fails." : "")
                + " The state before need not be reachable.";
    }

    private static TimelineStep step(String module, Counterexample shown) {
        String action = ProtocolActions.ofFormula(shown.action());
        List<String> arguments = arguments(shown, action);
        boolean byHandles = isByHandles(module);
        return TimelineStep.at(STEP, action, actor(shown, action, byHandles))
                .withArguments(arguments)
                .withSection(!byHandles && SpecificationTimeline.isSection(action))
                .withDepth(number(QUEUED, shown.after()).map(Long::intValue).orElse(null))
                .withIdle(
                        number(IDLE, shown.after()).map(ProofTimeline::workers).orElse(null))
                .withSleeps(isSleep(shown))
                .withChanges(changes(shown))
                .build();
    }

    /** Whether who takes it waits after it. */
    private static boolean isSleep(Counterexample shown) {
        long before = number(AWAITING, shown.before()).orElse(0L);
        long after = number(AWAITING, shown.after()).orElse(0L);
        return shown.arguments().entrySet().stream()
                .filter(argument -> argument.getKey().kind() == Kind.WORKER)
                .limit(1)
                .anyMatch(argument -> (after & ~before & argument.getValue()) != 0);
    }

    /** The worker that takes it comes first, without a name, as in the specification. */
    private static List<String> arguments(Counterexample shown, String action) {
        List<String> arguments = new ArrayList<>();
        if (!shown.action().equals(action)) {
            arguments.add(shown.action()
                    .substring(action.length())
                    .replaceAll("[ ()]+", " ")
                    .strip());
        }
        shown.arguments().forEach((parameter, value) -> {
            boolean isFirst = parameter.kind() == Kind.WORKER && arguments.isEmpty();
            arguments.add((isFirst ? "" : parameter.name() + " = ") + text(parameter, value));
        });
        return arguments;
    }

    private static String actor(Counterexample shown, String action, boolean byHandles) {
        List<String> who = shown.arguments().entrySet().stream()
                .filter(argument -> argument.getKey().kind() == Kind.WORKER)
                .limit(1)
                .map(argument -> text(argument.getKey(), argument.getValue()))
                .toList();
        // Of submitters the formulas count none, and of handles they know one.
        String actor = ActionActors.of(action, who, byHandles);
        if (actor.equals("session")) {
            return OWNER;
        }
        return actor.startsWith("submitter") ? "submitter" : actor;
    }

    private static List<Change> changes(Counterexample shown) {
        return shown.changed().stream()
                .map(variable -> new Change(
                        variable.name(),
                        text(variable, shown.before().get(variable)),
                        text(variable, shown.after().get(variable))))
                .toList();
    }

    private static Map<String, String> texts(Map<Variable, Long> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach((variable, value) -> texts.put(variable.name(), text(variable, value)));
        return texts;
    }

    private static String text(Variable variable, long value) {
        return variable.kind() == Kind.WORKERS
                ? workers(value).stream().map(String::valueOf).collect(Collectors.joining(", ", "{", "}"))
                : variable.kind().text(value);
    }

    private static List<Integer> workers(long bits) {
        return IntStream.range(0, Kind.WORKERS.bits())
                .filter(worker -> (bits >>> worker & 1) != 0)
                .boxed()
                .toList();
    }

    private static Optional<Long> number(String name, Map<Variable, Long> values) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().name().equals(name))
                .map(Map.Entry::getValue)
                .findFirst();
    }
}
