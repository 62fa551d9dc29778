package dev.latchwork.tla.recorded;

import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.model.trace.IoUse;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.model.trace.ReplayState;
import dev.latchwork.model.trace.TraceEvent;
import dev.latchwork.model.trace.TraceSample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes samples of recorded runs as a TLA+ module that {@code TraceWorkerMethod} extends, and a configuration of that one. Each I/O
 * becomes a number of its own, since the specification submits each I/O once: the outstanding ones of the start first, then
 * in the order of submission. An I/O that the sample names and nobody has submitted becomes 0, which no action accepts.
 * Confined to its thread.
 */
final class TraceModule {
    /** The name of the generated module. */
    static final String NAME = "RecordedTraces";

    private final List<TraceSample> samples;
    private final boolean explains;
    private final int workers;
    private final int submitters;
    private final int ringSize;
    private int ios;
    private long entries;

    /**
     * The module of these samples.
     *
     * @param submitters sessions have numbers below this one
     * @param explains whether a trace that cannot go on says where
     * @throws IllegalArgumentException if there is no sample, or they differ in registry or ring
     */
    TraceModule(List<TraceSample> samples, int submitters, boolean explains) {
        this.explains = explains;
        if (samples.isEmpty()) {
            throw new IllegalArgumentException("no sample");
        }
        this.samples = List.copyOf(samples);
        this.submitters = submitters;
        ReplayState first = samples.get(0).start();
        workers = first.workers();
        ringSize = first.ringSize();
        for (TraceSample sample : samples) {
            if (sample.start().workers() != workers || sample.start().ringSize() != ringSize) {
                throw new IllegalArgumentException("samples of runs with different bounds");
            }
        }
    }

    /** The module's text. */
    String text() {
        StringBuilder traces = new StringBuilder();
        StringBuilder starts = new StringBuilder();
        String separator = "";
        for (TraceSample sample : samples) {
            Numbers numbers = new Numbers();
            starts.append(separator).append(start(sample.start(), numbers));
            traces.append(separator).append(trace(sample, numbers));
            ios = Math.max(ios, numbers.last);
            separator = ",\n";
        }
        return "---- MODULE " + NAME + " ----\nEXTENDS WorkerMethod, TLC\n\nTraces == <<\n" + traces
                + ">>\n\nStarts == <<\n" + starts + ">>\n\nRecordedIos == 0.." + ios + "\nRecordedWorkers == 0.."
                + (workers - 1) + "\nRecordedSubmitters == 0.." + (submitters - 1) + "\nExplains == "
                + (explains ? "TRUE" : "FALSE")
                + "\n====\n";
    }

    /** Events in the module, those that were filled in included; after {@link #text}. */
    long entries() {
        return entries;
    }

    /** The configuration's text: the reference, at the bounds of the samples. */
    String configuration() {
        return """
                INIT TraceInit
                NEXT TraceNext
                CONSTANTS
                  Workers <- RecordedWorkers
                  Submitters <- RecordedSubmitters
                  Ios <- RecordedIos
                  SumOfLeavers <- CountOfLeavers
                  Batches = {}
                  PoolSizes = {1}
                  PoolSize = 1
                  Size = %d
                  Closes = TRUE
                  None = None
                  NullLatch = NullLatch
                  Fanout = 2
                  Wakeups = "FanOut"
                  ClearIdleOnExit = TRUE
                  HandOverOnExit = "OneIdlePeer"
                  InterruptsWithIoInHand = FALSE
                  SlotsForEveryPoolSize = TRUE
                  InterruptsAtEveryTurn = TRUE
                  MarkIdleOnRegister = TRUE
                  TryLock = FALSE
                """.formatted(ringSize);
    }

    /** The numbers of a sample's I/Os. */
    private static final class Numbers {
        private final Map<Long, Integer> numbers = new HashMap<>();
        private final Map<Integer, Integer> lastOfHandle = new HashMap<>();
        private int last;

        int submitted(long io) {
            int number = numbers.computeIfAbsent(io, absent -> ++last);
            lastOfHandle.put(IoUse.id(io), number);
            return number;
        }

        int known(long io) {
            return numbers.getOrDefault(io, 0);
        }

        int lastOf(int handle) {
            return lastOfHandle.getOrDefault(handle, 0);
        }
    }

    private String start(ReplayState state, Numbers numbers) {
        for (int s = 0; s < submitters; s++) {
            state.outstanding(s).forEach(numbers::submitted);
        }
        return new StringJoiner(", ", "[", "]")
                .add("queue |-> " + sequence(state.depth(), k -> "" + numbers.known(state.queued(k))))
                .add("idle |-> " + set(state.idle()))
                .add("inUse |-> " + set(state.inUse()))
                .add("latch |-> " + set(state.latch()))
                .add("exitRequested |-> " + set(state.exitRequested()))
                .add("point |-> " + function(workers, w -> quoted(state.point(w))))
                .add("hand |-> " + function(workers, w -> ioOrNone(state.hand(w), numbers)))
                .add("owed |-> " + function(workers, w -> sequence(state.owedCount(w), k -> "" + state.owed(w, k))))
                .add("starting |-> " + state.starting())
                .add("leavers |-> "
                        + sequence(
                                state.leavers().size(),
                                k -> set(state.leavers().get(k).owes())))
                .add("target |-> " + state.target())
                .add("submitterPoint |-> " + function(submitters, s -> quoted(state.submitterPoint(s))))
                .add("submitterOwed |-> "
                        + function(
                                submitters,
                                s -> state.submitterOwed(s) == WakeupTarget.NOBODY
                                        ? "None"
                                        : "" + state.submitterOwed(s)))
                .add("leftover |-> "
                        + function(
                                submitters,
                                s -> sequence(state.leftoverCount(s), k -> "" + numbers.known(state.leftover(s, k)))))
                .add("submitted |-> 1.." + numbers.last)
                .add("issued |-> "
                        + function(
                                submitters,
                                s -> state.outstanding(s).stream()
                                        .map(io -> "" + numbers.known(io))
                                        .collect(Collectors.joining(", ", "{", "}"))))
                .toString();
    }

    private String trace(TraceSample sample, Numbers numbers) {
        StringJoiner list = new StringJoiner(",\n", "<<", ">>");
        int index = 0;
        for (TraceEvent event : sample.events()) {
            index++;
            if (event.action() == RecordedAction.RELOAD && event.argument() == 0) {
                // Sessions close without an event; the close of the pool says that they have.
                for (int s = 0; s < submitters; s++) {
                    entries++;
                    list.add("[e |-> \"CloseSession\", k |-> " + index + ", s |-> " + s + "]");
                }
            }
            entries++;
            list.add("[e |-> \"" + event.action() + "\", k |-> " + index + fields(event, numbers) + "]");
        }
        return list.toString();
    }

    private static String fields(TraceEvent event, Numbers numbers) {
        String actor = event.action().isOfSession()
                ? ", s |-> " + event.actor()
                : event.actor() == TraceEvent.NOBODY ? "" : ", w |-> " + event.actor();
        String after = event.action().isSection()
                ? ", depth |-> " + event.depth() + ", running |-> " + event.running() + ", idle |-> "
                        + set(event.idle())
                : "";
        String own = switch (event.action()) {
            case SUBMIT ->
                ", inserted |-> " + event.argument() + ", owed |-> " + event.owed() + ", batch |-> "
                        + event.batch().stream()
                                .map(io -> "" + numbers.submitted(io))
                                .collect(Collectors.joining(", ", "<<", ">>"));
            case SUBMIT_SET_LATCH, REQUEST_SHUTDOWN -> ", w |-> " + event.argument();
            case WAKE_PEER, HAND_OVER -> ", peer |-> " + event.argument();
            case CONSUME -> ", owed |-> " + event.owed() + ", io |-> " + numbers.lastOf(event.argument());
            case DEREGISTER -> ", owed |-> " + event.owed();
            case CHECK_INTERRUPTS -> ", leaves |-> " + (event.argument() == 1 ? "TRUE" : "FALSE");
            case PERFORM_SYNCHRONOUSLY, REOPEN, REOPEN_FAIL, PERFORM, COMPLETE_FAILED ->
                ", io |-> " + numbers.known(event.io());
            case RELOAD -> ", size |-> " + event.argument();
            default -> "";
        };
        return actor + own + after;
    }

    private static String ioOrNone(long io, Numbers numbers) {
        return io == IoUse.NONE ? "None" : "" + numbers.known(io);
    }

    private static String quoted(WorkerPoint point) {
        return "\"" + point + "\"";
    }

    private static String quoted(SubmitterPoint point) {
        return "\"" + point + "\"";
    }

    private static String set(int bits) {
        return IntStream.range(0, Integer.SIZE)
                .filter(w -> (bits & (1 << w)) != 0)
                .mapToObj(Integer::toString)
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String sequence(int length, IntFunction<String> element) {
        return IntStream.range(0, length).mapToObj(element).collect(Collectors.joining(", ", "<<", ">>"));
    }

    /** A function on 0 to {@code size - 1}. */
    private static String function(int size, IntFunction<String> value) {
        return IntStream.range(0, size)
                .mapToObj(k -> k + " :> " + value.apply(k))
                .collect(Collectors.joining(" @@ ", "(", ")"));
    }
}
