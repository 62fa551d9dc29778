package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;
import dev.latchwork.tla.timeline.FlatState;
import dev.latchwork.tla.timeline.SpecificationTimeline;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.timeline.Timeline;
import dev.latchwork.verification.timeline.TimelineSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes a path on the classes, and tells it as a trace of what the specification sees. Used by one thread. */
final class PathTimeline {
    private final BoundedMethod method;
    private final SpecificationTimeline timeline;

    private PathTimeline(BoundConfiguration configuration, BoundedMethod method) {
        this.method = method;
        this.timeline = new SpecificationTimeline(configuration.module(), variables());
    }

    /**
     * The steps of the path that have a name.
     *
     * @param method in the initial state of the configuration; in the last one afterwards
     */
    static SpecificationTimeline taken(BoundConfiguration configuration, BoundedMethod method, List<Choice> path) {
        return walk(configuration, method, path).timeline;
    }

    /**
     * The trace of a path of which the last choice goes wrong; empty if no choice of it is a step.
     *
     * @param method in the initial state of the configuration
     * @param words what is wrong with that choice, in a sentence
     */
    static Optional<Timeline> deviating(
            BoundConfiguration configuration, BoundedMethod method, List<Choice> path, String words, Check check) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        PathTimeline taken = walk(configuration, method, path.subList(0, path.size() - 1));
        String better = taken.takeWrong(path.get(path.size() - 1)).orElse(words);
        return taken.trace(better, check);
    }

    /**
     * The trace of a path to a state in which something is missing; empty if no choice of it is a step.
     *
     * @param method in the initial state of the configuration
     * @param words what is missing, in a sentence
     */
    static Optional<Timeline> leadingTo(
            BoundConfiguration configuration, BoundedMethod method, List<Choice> path, String words, Check check) {
        return walk(configuration, method, path).trace(words, check);
    }

    private static PathTimeline walk(BoundConfiguration configuration, BoundedMethod method, List<Choice> path) {
        PathTimeline taken = new PathTimeline(configuration, method);
        path.forEach(taken::take);
        return taken;
    }

    private Optional<Timeline> trace(String words, Check check) {
        return timeline.endingBadly(
                TimelineSource.REPLAY, check.id(), check.subject(), check.property(), words, check.replay());
    }

    private void take(Choice choice) {
        String action = method.take(choice);
        if (action != null) {
            add(action);
        }
    }

    /**
     * The same of a choice that has perhaps no name, or cannot be made, or does not end.
     *
     * @return what is wrong, if this sees more of it than the words
     */
    private Optional<String> takeWrong(Choice choice) {
        String actor = method.actor(choice);
        String action = null;
        if (method.choices().contains(choice)) {
            try {
                action = method.take(choice);
            } catch (ProcessThreads.LostTurn e) {
                timeline.addUnnamed(choice.toString(), actor, true, variables());
                return Optional.of(e.of(actor));
            } catch (IllegalStateException e) {
                // Told in the words.
            }
        }
        if (action == null || action.equals(SteppedMethod.CRASH)) {
            timeline.addUnnamed(choice.toString(), actor, false, variables());
        } else {
            add(action);
        }
        return Optional.empty();
    }

    private void add(String action) {
        int arguments = action.indexOf('(');
        timeline.addStepTo(
                arguments < 0 ? action : action.substring(0, arguments),
                arguments < 0 ? List.of() : FlatState.arguments(action.substring(arguments)),
                variables());
    }

    private Map<String, String> variables() {
        return StateWords.variables(method.text());
    }
}
