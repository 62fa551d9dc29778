package dev.latchwork.aio.worker;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.tla.graph.ValueText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The state of a {@link SteppedMethod} in the specification's terms, read off the shipped objects. To be read before the
 * next step.
 */
final class MethodState {
    /** The set of a leaver that owes a latch that is null. */
    private static final String NULL_LATCH_OWED = "{NullLatch}";

    private static final String NONE = "None";

    /** A letter for each point. */
    private static final Map<IoWorker.Point, Character> CODES = codes();

    private final SteppedMethod method;
    private final ControlState control;

    MethodState(SteppedMethod method, ControlState control) {
        this.method = method;
        this.control = control;
    }

    /**
     * Short, and different for states that a step could tell apart, or that {@link #variables} does. What this variant never
     * looks at is left out: who is under way, who comes from a wait, who issued what.
     */
    String key(StateNotation notation) {
        StringBuilder key = new StringBuilder(96);
        for (int handle : control.queued()) {
            key.append((char) ('a' + method.ioOf(handle)));
        }
        if (notation.ring()) {
            key.append('|').append(ring());
        }
        if (notation.exact()) {
            key.append('|').append(control.underWay());
        }
        key.append('|').append(control.idle()).append('.').append(control.registered());
        key.append('.').append(control.target()).append('.').append(control.starting());
        key.append('.').append(RestartBackoff.delayNanos(control.fruitless()));
        for (int slot = 0; slot < AioSettings.MAX_IO_WORKERS; slot++) {
            IoWorker worker = method.occupant(slot);
            if (worker == null && !method.isLatchSet(slot)) {
                continue;
            }
            key.append('|').append(slot).append(method.isLatchSet(slot) ? '!' : '.');
            if (worker != null) {
                keyOf(worker, isRegistered(slot), notation, key);
            }
        }
        List<String> leavers = new ArrayList<>();
        for (IoWorker worker : method.running()) {
            if (isLeaver(worker)) {
                leavers.add(leaverOwes(worker));
            }
        }
        leavers.sort(null);
        key.append('|').append(leavers);
        for (int session = 0; session < method.sessions(); session++) {
            WorkerSubmitter submitter = method.submitter(session);
            key.append('|').append(submitterOwed(submitter));
            if (notation.closes()) {
                key.append(method.isClosed(session) ? 'c' : '.').append(method.issued(session));
            }
            if (submitter.point() != WorkerSubmitter.Point.READY) {
                for (int i = 0; i < submitter.leftover(); i++) {
                    key.append((char) ('a' + method.ioOf(submitter.leftover(i).id())));
                }
            }
        }
        key.append('|');
        for (int io = 1; io <= method.submitted(); io++) {
            key.append(method.status(io)).append(',');
        }
        return key.toString();
    }

    private void keyOf(IoWorker worker, boolean registered, StateNotation notation, StringBuilder key) {
        key.append(worker.isExitRequested() ? 'x' : '.');
        if (notation.interruptsApart()) {
            key.append(worker.isInterrupted() ? 'i' : '.').append(worker.hasWaited() ? 'w' : '.');
        }
        if (registered) {
            key.append(CODES.get(worker.point()));
            key.append(worker.hand() == null ? 0 : method.ioOf(worker.hand().id()));
            for (int i = 0; i < worker.owed().size(); i++) {
                key.append(',')
                        .append(worker.owed().isNullLatch(i) ? "n" : "")
                        .append(worker.owed().worker(i));
            }
        }
    }

    private static Map<IoWorker.Point, Character> codes() {
        Map<IoWorker.Point, Character> codes = new EnumMap<>(IoWorker.Point.class);
        for (IoWorker.Point point : IoWorker.Point.values()) {
            codes.put(point, (char) ('A' + codes.size()));
        }
        return codes;
    }

    /** The variables of WorkerMethod.tla, by name, and that of WorkerMethodRing.tla where the configuration has it. */
    Map<String, String> variables(StateNotation notation) {
        int workers = notation.workers();
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("queue", ValueText.sequence(queued()));
        variables.put("idle", set(control.idle()));
        variables.put("inUse", set(control.registered()));
        variables.put("latch", function(workers, w -> ValueText.bool(method.isLatchSet(w))));
        variables.put("point", function(workers, this::point));
        variables.put("hand", function(workers, this::hand));
        variables.put("owed", function(workers, this::owed));
        variables.put(
                "exitRequested",
                function(
                        workers,
                        w -> ValueText.bool(method.occupant(w) != null
                                && method.occupant(w).isExitRequested()
                                && !(notation.interruptsApart()
                                        && method.occupant(w).isInterrupted()))));
        variables.put("starting", Integer.toString(control.starting()));
        variables.put("leavers", leavers(notation));
        variables.put("target", Integer.toString(control.target()));
        variables.put("submitterPoint", function(method.sessions(), this::submitterPoint));
        variables.put("submitterOwed", function(method.sessions(), s -> submitterOwed(method.submitter(s))));
        variables.put("leftover", function(method.sessions(), this::leftover));
        variables.put(
                "io",
                ValueText.sequence(IntStream.rangeClosed(1, method.mostIos())
                        .mapToObj(io -> ValueText.string(method.status(io)))
                        .toList()));
        variables.put("underWay", set(notation.exact() ? control.underWay() : 0));
        variables.put("interrupted", set(notation.interruptsApart() ? bits(workers, IoWorker::isInterrupted) : 0));
        variables.put(
                "waited",
                set(notation.interruptsApart() ? bits(workers, IoWorker::hasWaited) & control.registered() : 0));
        variables.put("issued", function(method.sessions(), s -> notation.closes() ? numbers(method.issued(s)) : "{}"));
        if (notation.ring()) {
            variables.put("ring", ring());
        }
        return variables;
    }

    private String ring() {
        int size = method.queueSize();
        Map<String, String> ios = new HashMap<>();
        for (int slot = 0; slot < size; slot++) {
            ios.put(Integer.toString(slot), slot < method.inserted() ? Integer.toString(method.ioAt(slot)) : NONE);
        }
        return ValueText.function(Map.of(
                ValueText.string("head"), Integer.toString(control.head()),
                ValueText.string("tail"), Integer.toString(control.tail()),
                ValueText.string("ios"), ValueText.function(ios)));
    }

    private List<String> queued() {
        List<String> queued = new ArrayList<>();
        for (int handle : control.queued()) {
            queued.add(Integer.toString(method.ioOf(handle)));
        }
        return queued;
    }

    private boolean isRegistered(int slot) {
        return (control.registered() & 1L << slot) != 0;
    }

    private String point(int slot) {
        return ValueText.string(isRegistered(slot) ? words(method.occupant(slot).point()) : "Vacant");
    }

    private String hand(int slot) {
        return isRegistered(slot) && method.occupant(slot).hand() != null
                ? Integer.toString(method.ioOf(method.occupant(slot).hand().id()))
                : NONE;
    }

    private String owed(int slot) {
        List<String> owed = new ArrayList<>();
        if (isRegistered(slot)) {
            OwedWakeups wakeups = method.occupant(slot).owed();
            for (int i = 0; i < wakeups.size(); i++) {
                owed.add(wakeups.isNullLatch(i) ? "NullLatch" : Integer.toString(wakeups.worker(i)));
            }
        }
        return ValueText.sequence(owed);
    }

    private String leavers(StateNotation notation) {
        Map<String, Integer> count = new LinkedHashMap<>();
        if (notation.wakesAllOnExit()) {
            for (long bits = 0; bits < 1L << notation.workers(); bits++) {
                count.put(set(bits), 0);
            }
        } else {
            count.put("{}", 0);
            count.put(NULL_LATCH_OWED, 0);
            for (int w = 0; w < notation.workers(); w++) {
                count.put(set(1L << w), 0);
            }
        }
        for (IoWorker worker : method.running()) {
            if (isLeaver(worker)) {
                count.merge(leaverOwes(worker), 1, Integer::sum);
            }
        }
        Map<String, String> leavers = new HashMap<>();
        count.forEach((owes, number) -> leavers.put(owes, Integer.toString(number)));
        return ValueText.function(leavers);
    }

    private static boolean isLeaver(IoWorker worker) {
        return worker.point() == IoWorker.Point.HAND_OVER || worker.point() == IoWorker.Point.EXIT_WORKER;
    }

    private static String leaverOwes(IoWorker worker) {
        OwedWakeups owed = worker.owed();
        return !owed.isEmpty() && owed.isNullLatch(0) ? NULL_LATCH_OWED : set(owedBits(owed));
    }

    static long owedBits(OwedWakeups owed) {
        long bits = 0;
        for (int i = 0; i < owed.size(); i++) {
            bits |= 1L << owed.worker(i);
        }
        return bits;
    }

    private String submitterPoint(int session) {
        return ValueText.string(
                method.isClosed(session)
                        ? "Closed"
                        : words(method.submitter(session).point()));
    }

    private static String submitterOwed(WorkerSubmitter submitter) {
        return submitter.owed().isEmpty()
                ? NONE
                : Integer.toString(submitter.owed().worker(0));
    }

    private String leftover(int session) {
        WorkerSubmitter submitter = method.submitter(session);
        int left = submitter.point() == WorkerSubmitter.Point.READY ? 0 : submitter.leftover();
        return ValueText.sequence(IntStream.range(0, left)
                .mapToObj(later ->
                        Integer.toString(method.ioOf(submitter.leftover(later).id())))
                .toList());
    }

    private long bits(int workers, Predicate<IoWorker> holds) {
        long bits = 0;
        for (int w = 0; w < workers; w++) {
            bits |= method.occupant(w) != null && holds.test(method.occupant(w)) ? 1L << w : 0;
        }
        return bits;
    }

    /** CHECK_INTERRUPTS is CheckInterrupts. */
    private static String words(Enum<?> point) {
        StringBuilder words = new StringBuilder();
        for (String word : point.name().split("_", -1)) {
            words.append(word.charAt(0)).append(word.substring(1).toLowerCase(Locale.ROOT));
        }
        return words.toString();
    }

    private static String numbers(List<Integer> numbers) {
        return ValueText.set(numbers.stream().map(String::valueOf).toList());
    }

    static String set(long bits) {
        return ValueText.set(IntStream.range(0, Long.SIZE)
                .filter(bit -> (bits & (1L << bit)) != 0)
                .mapToObj(Integer::toString)
                .toList());
    }

    private static String function(int count, IntFunction<String> value) {
        Map<String, String> elements = new LinkedHashMap<>();
        for (int argument = 0; argument < count; argument++) {
            elements.put(Integer.toString(argument), value.apply(argument));
        }
        return ValueText.function(elements);
    }
}
