package dev.latchwork.verification.timeline;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonPOJOBuilder;
import java.util.ArrayList;
import java.util.List;

/**
 * One step of a trace. Immutable.
 *
 * @param step its number; those of a trace are consecutive
 * @param action the action's name, or the operation's
 * @param arguments the action's, or the operation's
 * @param actor who takes it, one of the header's actors
 * @param begin when it begins, in the header's unit
 * @param end when it has ended
 * @param section whether it is a critical section, under the queue lock
 * @param ios the I/Os that it is about, by name
 * @param owes the workers whose wakeup its actor owes from now on; {@link #NULL_LATCH} for a latch that is null
 * @param sets the worker whose latch it sets, {@link #NULL_LATCH} if that is null; or null
 * @param sleeps whether its actor waits from now on: for its latch, or for whatever an operation waits for
 * @param depth I/Os in the queue after it; or null if not known
 * @param idle the idle set after it; or null if not known
 * @param result what an operation gave; or null
 * @param hangs whether it is an operation that never ended; {@code end} is then that of the trace
 * @param at the place in the code, such as {@code Latch.await(Latch.java:105)}; or null
 * @param within the number of the operation that it is a step of; or null
 * @param changes what is different after it
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"step", "action", "arguments", "actor", "begin", "end"})
@JsonDeserialize(builder = TimelineStep.Builder.class)
public record TimelineStep(
        int step,
        String action,
        List<String> arguments,
        String actor,
        long begin,
        long end,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean section,
        List<String> ios,
        List<Integer> owes,
        Integer sets,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean sleeps,
        Integer depth,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<Integer> idle,
        String result,
        @JsonInclude(JsonInclude.Include.NON_DEFAULT) boolean hangs,
        String at,
        Integer within,
        List<Change> changes) {

    /** Instead of a worker: its slot is free, and its latch null. */
    public static final int NULL_LATCH = -1;

    /**
     * A variable, or one element of one, that a step has changed; in JSON a list of the three.
     *
     * @param what such as {@code latch[0]}
     * @param from the value before
     * @param to the value after
     */
    @JsonFormat(shape = JsonFormat.Shape.ARRAY)
    @JsonPropertyOrder({"what", "from", "to"})
    public record Change(
            @JsonProperty(required = true) String what,
            @JsonProperty(required = true) String from,
            @JsonProperty(required = true) String to) {}

    /** Copies the lists. */
    public TimelineStep {
        arguments = List.copyOf(arguments);
        ios = List.copyOf(ios);
        owes = List.copyOf(owes);
        idle = idle == null ? null : List.copyOf(idle);
        changes = List.copyOf(changes);
        if (begin > end) {
            throw new IllegalArgumentException("step " + step + " ends before it begins");
        }
        if (hangs && result != null) {
            throw new IllegalArgumentException("step " + step + " never ends, and gives " + result);
        }
        if (within != null && within >= step) {
            throw new IllegalArgumentException("step " + step + " is within step " + within + ", which is later");
        }
    }

    /** Such as {@code Consume(0)}. */
    public String call() {
        return arguments.isEmpty() ? action : action + "(" + String.join(", ", arguments) + ")";
    }

    /** A step of which nothing else is known, at a moment of its own. */
    public static Builder at(int step, String action, String actor) {
        return new Builder()
                .withStep(step)
                .withAction(action)
                .withActor(actor)
                .withBegin(step)
                .withEnd(step);
    }

    /** Makes a step. Confined to its thread. */
    @JsonPOJOBuilder
    public static final class Builder {
        private int step;
        private String action = "";
        private List<String> arguments = List.of();
        private String actor = "";
        private long begin;
        private long end;
        private boolean section;
        private List<String> ios = List.of();
        private final List<Integer> owes = new ArrayList<>();
        private Integer sets;
        private boolean sleeps;
        private Integer depth;
        private List<Integer> idle;
        private String result;
        private boolean hangs;
        private String at;
        private Integer within;
        private List<Change> changes = List.of();

        Builder() {}

        Builder withStep(int number) {
            step = number;
            return this;
        }

        Builder withAction(String name) {
            action = name;
            return this;
        }

        /** The action's arguments. */
        public Builder withArguments(List<String> given) {
            arguments = given;
            return this;
        }

        Builder withActor(String name) {
            actor = name;
            return this;
        }

        /** When it begins. */
        public Builder withBegin(long time) {
            begin = time;
            return this;
        }

        /** When it has ended. */
        public Builder withEnd(long time) {
            end = time;
            return this;
        }

        /** Whether it is a critical section. */
        public Builder withSection(boolean isOne) {
            section = isOne;
            return this;
        }

        /** The I/Os that it is about. */
        public Builder withIos(List<String> names) {
            ios = names;
            return this;
        }

        /** More workers whose wakeup is owed from now on. */
        public Builder withOwes(List<Integer> workers) {
            owes.addAll(workers);
            return this;
        }

        /** The worker whose latch it sets. */
        public Builder withSets(Integer worker) {
            sets = worker;
            return this;
        }

        /** Whether its actor waits from now on. */
        public Builder withSleeps(boolean does) {
            sleeps = does;
            return this;
        }

        /** I/Os in the queue after it. */
        public Builder withDepth(Integer queued) {
            depth = queued;
            return this;
        }

        /** The idle set after it. */
        public Builder withIdle(List<Integer> workers) {
            idle = workers;
            return this;
        }

        /** What an operation gave. */
        public Builder withResult(String given) {
            result = given;
            return this;
        }

        /** Whether it never ended. */
        public Builder withHangs(boolean does) {
            hangs = does;
            return this;
        }

        /** The place in the code. */
        public Builder withAt(String place) {
            at = place;
            return this;
        }

        /** The operation that it is a step of. */
        public Builder withWithin(Integer number) {
            within = number;
            return this;
        }

        /** What is different after it. */
        public Builder withChanges(List<Change> made) {
            changes = made;
            return this;
        }

        /** The step. */
        public TimelineStep build() {
            return new TimelineStep(
                    step, action, arguments, actor, begin, end, section, ios, owes, sets, sleeps, depth, idle, result,
                    hangs, at, within, changes);
        }
    }
}
