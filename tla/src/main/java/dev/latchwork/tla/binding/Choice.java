package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** One thing that can happen next: who moves, and what the environment decides. Its text is that of a replayed path. */
sealed interface Choice {
    /** Takes the step; the action's text, or null if nothing happened. */
    String take(SteppedMethod method);

    /** Whether the method does it by itself, without a request from outside. */
    default boolean isInternal() {
        return false;
    }

    /** Whether a submitter goes on with what it has begun. */
    default boolean isOfSubmitter() {
        return this instanceof StepSubmitter;
    }

    /** The text of a path: its choices, blanks between them. */
    static String text(List<Choice> path) {
        return path.stream().map(Choice::toString).collect(Collectors.joining(" "));
    }

    /**
     * The path with that text.
     *
     * @throws IllegalArgumentException naming the choice that cannot be read
     */
    static List<Choice> parse(String text) {
        return Arrays.stream(text.strip().split(" +")).map(Choice::parseOne).toList();
    }

    private static Choice parseOne(String text) {
        Matcher parts = Pattern.compile("(\\w+)\\((\\d+)(?:,(\\d+))?\\)").matcher(text);
        if (!parts.matches() || parts.group(1).matches("submit|busy") != (parts.group(3) != null)) {
            throw new IllegalArgumentException(
                    "\"" + text
                            + "\" is no choice; one is submit(session,count), busy(session,count), submitter(session), close(session),"
                            + " worker(index), quiet(index), fail(index), supervisor(retiree), interrupt(slot) or reload(size)");
        }
        int who = Integer.parseInt(parts.group(2));
        return switch (parts.group(1)) {
            case "submit" -> new Submit(who, Integer.parseInt(parts.group(3)), false);
            case "busy" -> new Submit(who, Integer.parseInt(parts.group(3)), true);
            case "submitter" -> new StepSubmitter(who);
            case "close" -> new CloseSession(who);
            case "worker" -> new StepWorker(who, false);
            case "quiet" -> new StepQuietly(who);
            case "fail" -> new StepWorker(who, true);
            case "supervisor" -> new StepSupervisor(who);
            case "interrupt" -> new Interrupt(who);
            case "reload" -> new Reload(who);
            default -> throw new IllegalArgumentException("\"" + text + "\" is no choice");
        };
    }

    /** A session submits so many I/Os, and somebody else is at the queue or not. */
    record Submit(int session, int count, boolean busy) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.submit(session, count, busy);
        }

        @Override
        public String toString() {
            return (busy ? "busy(" : "submit(") + session + "," + count + ")";
        }
    }

    /** A submitter goes on with its batch. */
    record StepSubmitter(int session) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepSubmitter(session);
        }

        @Override
        public String toString() {
            return "submitter(" + session + ")";
        }
    }

    /** A session closes. */
    record CloseSession(int session) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.closeSession(session);
        }

        @Override
        public String toString() {
            return "close(" + session + ")";
        }
    }

    /** A worker goes on; {@code index} counts the workers that run, in the order of their start. */
    record StepWorker(int index, boolean failReopen) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepWorker(index, failReopen);
        }

        @Override
        public boolean isInternal() {
            return !failReopen;
        }

        @Override
        public String toString() {
            return (failReopen ? "fail(" : "worker(") + index + ")";
        }
    }

    /** A worker looks at the queue and wakes nobody, as damping lets it; {@code index} as in {@link StepWorker}. */
    record StepQuietly(int index) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepWorkerQuietly(index);
        }

        @Override
        public String toString() {
            return "quiet(" + index + ")";
        }
    }

    /** The supervisor goes on, and asks this worker to exit if it asks one. */
    record StepSupervisor(int retiree) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepSupervisor(retiree);
        }

        @Override
        public boolean isInternal() {
            return true;
        }

        @Override
        public String toString() {
            return "supervisor(" + retiree + ")";
        }
    }

    /** Somebody interrupts the worker in a slot. */
    record Interrupt(int slot) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.interrupt(slot);
        }

        @Override
        public String toString() {
            return "interrupt(" + slot + ")";
        }
    }

    /** Somebody changes io_workers, or closes the instance (0). */
    record Reload(int size) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.reload(size);
        }

        @Override
        public String toString() {
            return "reload(" + size + ")";
        }
    }
}
