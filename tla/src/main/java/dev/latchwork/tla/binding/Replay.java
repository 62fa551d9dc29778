package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;
import dev.latchwork.tla.graph.LabelledGraph;
import dev.latchwork.tla.graph.LabelledGraph.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Takes paths on the shipped classes, on threads, and compares every state with the specification's. Used by one thread.
 */
final class Replay {
    /**
     * The first step that is not the specification's.
     *
     * @param path the choices up to that step
     * @param words what is wrong with it, with the whole states
     * @param sentence the same in a sentence
     */
    record Deviation(List<Choice> path, String words, String sentence) {
        Deviation {
            path = List.copyOf(path);
        }
    }

    /** What is wrong with a step. */
    private record Wrong(String words, String sentence) {}

    /** A transition that was taken. */
    private record Taken(String from, Step step) {}

    private final LabelledGraph specification;
    private final Function<ProcessThreads, BoundedMethod> start;
    private final Set<Taken> taken = new HashSet<>();
    /** By the short name of a state. */
    private final Map<String, String> texts = new HashMap<>();

    private long steps;
    private long crashes;

    /**
     * A replay that has taken nothing.
     *
     * @param start makes the classes in their initial state
     */
    Replay(LabelledGraph specification, Function<ProcessThreads, BoundedMethod> start) {
        this.specification = specification;
        this.start = start;
    }

    /** Takes a path, to its end or to the first deviation; that a choice of it cannot be made is one too. */
    Optional<Deviation> take(List<Choice> path) {
        return take(path, true);
    }

    private Optional<Deviation> take(List<Choice> path, boolean isWhole) {
        List<Choice> done = new ArrayList<>();
        try (ProcessThreads threads = new ProcessThreads()) {
            BoundedMethod method = start.apply(threads);
            String at = text(method);
            for (Choice choice : path) {
                done.add(choice);
                if (!method.choices().contains(choice)) {
                    String words = "there is no " + choice + " here";
                    return isWhole ? Optional.of(new Deviation(done, words, words)) : Optional.empty();
                }
                String action = method.take(choice);
                steps++;
                if (SteppedMethod.CRASH.equals(action)) {
                    crashes++;
                    return Optional.empty();
                }
                String to = text(method);
                Optional<Wrong> wrong = judge(at, action, to);
                if (wrong.isPresent()) {
                    return Optional.of(
                            new Deviation(done, wrong.get().words(), wrong.get().sentence()));
                }
                at = to;
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            return Optional.of(
                    new Deviation(done, e.toString(), e.getMessage() == null ? e.toString() : e.getMessage()));
        }
    }

    /** To write a state out takes longer than to come to it, and most were seen before. */
    private String text(BoundedMethod method) {
        return texts.computeIfAbsent(method.key(), unseen -> method.text());
    }

    private Optional<Wrong> judge(String from, String action, String to) {
        if (action == null) {
            return from.equals(to)
                    ? Optional.empty()
                    : Optional.of(new Wrong(
                            "a step without a name changes the state to\n" + to,
                            "A step without a name changes the state: "
                                    + String.join("; ", StateWords.differences(to, from)) + "."));
        }
        Step step = new Step(action, to);
        if (specification.stepsFrom(from).contains(step)) {
            taken.add(new Taken(from, step));
            return Optional.empty();
        }
        List<String> instead = StateWords.ends(specification, from, action);
        String right = instead.isEmpty()
                ? "the specification has no " + action + " here\n"
                : "the specification's " + action + " leads to\n" + instead.get(0);
        return Optional.of(new Wrong(
                action + " leads to\n" + to + "from\n" + from + right, StateWords.sentence(action, to, instead)));
    }

    /**
     * The same deviation by a path from which no choice can be left out: leaves out what can be, part by part and then one
     * by one.
     */
    Deviation shrink(Deviation deviation) {
        Deviation smallest = deviation;
        for (int part = Math.max(1, smallest.path().size() / 2); part >= 1; part /= 2) {
            int at = 0;
            while (at < smallest.path().size()) {
                List<Choice> shorter = new ArrayList<>(smallest.path());
                shorter.subList(at, Math.min(shorter.size(), at + part)).clear();
                Optional<Deviation> still = take(shorter, false);
                if (still.isPresent()) {
                    smallest = still.get();
                } else {
                    at += part;
                }
            }
        }
        return smallest;
    }

    /** Steps taken so far, those that change no variable included. */
    long steps() {
        return steps;
    }

    /** Steps that ended in SetLatch(NULL). */
    long crashes() {
        return crashes;
    }

    /** Different transitions of the specification taken so far. */
    long transitions() {
        return taken.size();
    }

    /** The transitions of the specification that were not taken, a few of them, in words. */
    List<String> missed(int atMost) {
        List<String> missed = new ArrayList<>();
        for (String state : specification.allStates()) {
            for (Step step : specification.stepsFrom(state)) {
                if (missed.size() < atMost && !taken.contains(new Taken(state, step))) {
                    missed.add(step.action() + " from\n" + state);
                }
            }
        }
        return missed;
    }
}
