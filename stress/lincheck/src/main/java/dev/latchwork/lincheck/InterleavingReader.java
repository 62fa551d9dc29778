package dev.latchwork.lincheck;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jetbrains.kotlinx.lincheck.runner.ExecutionPart;
import org.jetbrains.kotlinx.lincheck.trace.CodeLocationTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MethodCallTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MethodReturnTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MonitorEnterTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.MonitorExitTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.NotifyTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ParkTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ReadTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.ReturnedValueResult;
import org.jetbrains.kotlinx.lincheck.trace.SectionDelimiterTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.SwitchEventTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.SwitchReason;
import org.jetbrains.kotlinx.lincheck.trace.Trace;
import org.jetbrains.kotlinx.lincheck.trace.TracePoint;
import org.jetbrains.kotlinx.lincheck.trace.UnparkTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.WaitTracePoint;
import org.jetbrains.kotlinx.lincheck.trace.WriteTracePoint;
import org.jetbrains.lincheck.util.LincheckAnalysisAbortedError;

/**
 * Reads the failing interleaving out of Lincheck's own objects, so that nobody has to read it out of its text. Left out is what
 * no other thread sees (constructors and all in them, local variables, the shape of loops), what the JDK does within a call of
 * it, and what the harness counts. Confined to its thread.
 */
final class InterleavingReader {
    private static final String CONSTRUCTOR = "<init>";
    private static final String COUNTER = Invocations.class.getSimpleName();
    private static final String LOCK = "for a lock";
    private static final String NOTIFIED = "to be notified";

    /** What is known of a step so far. */
    private static final class Draft {
        private final int thread;
        private final boolean alone;
        private final TracePoint point;
        private final String action;
        private final int within;
        private final int begin;
        private int end = Interleaving.NONE;
        private String waits;

        Draft(int thread, boolean alone, TracePoint point, String action, int within, int begin) {
            this.thread = thread;
            this.alone = alone;
            this.point = point;
            this.action = action;
            this.within = within;
            this.begin = begin;
        }
    }

    /** What a thread is in. */
    private static final class Stack {
        private final Deque<Integer> open = new ArrayDeque<>();
        /** Everything until this call returns is left out. */
        private MethodCallTracePoint hidden;
        /** The index of its latest step. */
        private int latest = Interleaving.NONE;
    }

    private final List<Draft> drafts = new ArrayList<>();
    private final Map<Integer, Stack> stacks = new HashMap<>();
    private boolean alone;
    private int moment;

    private InterleavingReader() {}

    /**
     * The interleaving that the trace tells.
     *
     * @param isDeadlock whether every thread waits that has not ended
     */
    static Interleaving read(Trace trace, boolean isDeadlock) {
        InterleavingReader reader = new InterleavingReader();
        trace.getTrace().forEach(reader::see);
        if (isDeadlock) {
            reader.stacks.values().forEach(reader::blockedForEver);
        }
        return new Interleaving(
                trace.getThreadNames().size(),
                reader.drafts.stream().map(InterleavingReader::event).toList());
    }

    /** The last one to stop is not switched away from: there is nobody to switch to. */
    private void blockedForEver(Stack stack) {
        if (stack.latest != Interleaving.NONE && drafts.get(stack.latest).point instanceof MonitorEnterTracePoint) {
            drafts.get(stack.latest).waits = LOCK;
        }
    }

    private void see(TracePoint point) {
        Stack stack = stacks.computeIfAbsent(point.getIThread(), unseen -> new Stack());
        if (point instanceof SectionDelimiterTracePoint section) {
            alone = section.getExecutionPart() != ExecutionPart.PARALLEL;
        } else if (point instanceof MethodReturnTracePoint end) {
            end(stack, end.getMethodTracePoint$lincheck());
        } else if (stack.hidden != null) {
            return;
        } else if (point instanceof SwitchEventTracePoint change) {
            blocked(stack, change);
        } else if (point instanceof MethodCallTracePoint call) {
            begin(stack, call);
        } else if (isOfInterest(point)) {
            add(stack, point, point.toString$lincheck(false, true));
            end(drafts.get(stack.latest));
            if (point instanceof WaitTracePoint) {
                drafts.get(stack.latest).waits = NOTIFIED;
            }
        }
    }

    private static boolean isOfInterest(TracePoint point) {
        if (point instanceof CodeLocationTracePoint located && isOfTheJdk(located)) {
            return false;
        }
        if (point instanceof ReadTracePoint read) {
            return !read.isLocal();
        }
        if (point instanceof WriteTracePoint write) {
            return !write.isLocal();
        }
        return point instanceof MonitorEnterTracePoint
                || point instanceof MonitorExitTracePoint
                || point instanceof WaitTracePoint
                || point instanceof NotifyTracePoint
                || point instanceof ParkTracePoint
                || point instanceof UnparkTracePoint;
    }

    private void add(Stack stack, TracePoint point, String action) {
        int within = stack.open.isEmpty() ? Interleaving.NONE : stack.open.peek();
        stack.latest = drafts.size();
        moment++;
        drafts.add(new Draft(point.getIThread(), alone, point, action, within, moment));
    }

    private void end(Draft draft) {
        moment++;
        draft.end = moment;
    }

    private void begin(Stack stack, MethodCallTracePoint call) {
        if (call.getMethodName().equals(CONSTRUCTOR) || call.getClassName().endsWith(COUNTER)) {
            stack.hidden = call;
        } else if (!isOfTheJdk(call)) {
            add(stack, call, name(call));
            stack.open.push(stack.latest);
        }
    }

    private static String name(MethodCallTracePoint call) {
        return call.getOwnerName() == null ? call.getMethodName() : call.getOwnerName() + "." + call.getMethodName();
    }

    /** Whether the JDK's own code makes the step. */
    private static boolean isOfTheJdk(CodeLocationTracePoint located) {
        return located.getStackTraceElement().getClassName().matches("(java|jdk|sun)[./].*");
    }

    /** An exception ends the calls within the one that it leaves without a word. */
    private void end(Stack stack, MethodCallTracePoint call) {
        if (stack.hidden != null) {
            stack.hidden = stack.hidden == call ? null : stack.hidden;
            return;
        }
        if (stack.open.stream().noneMatch(index -> drafts.get(index).point == call)) {
            return;
        }
        boolean isOver = false;
        while (!isOver) {
            Draft ended = drafts.get(stack.open.pop());
            // Whoever has not ended when the run is over is thrown out of all its calls.
            if (!isCutOff(call)) {
                end(ended);
            }
            isOver = ended.point == call;
        }
    }

    private static boolean isCutOff(MethodCallTracePoint call) {
        return call.getThrownException() instanceof LincheckAnalysisAbortedError;
    }

    /** A switch of threads that the scheduler did not choose: its thread cannot go on. */
    private void blocked(Stack stack, SwitchEventTracePoint change) {
        SwitchReason reason = change.getReason();
        if (reason instanceof SwitchReason.StrategySwitch || reason instanceof SwitchReason.ActiveLock) {
            return;
        }
        String words = words(reason);
        if (!isAbleToBlock(stack)) {
            add(stack, change, "waits " + words);
            end(drafts.get(stack.latest));
        }
        drafts.get(stack.latest).waits = words;
    }

    private static String words(SwitchReason reason) {
        if (reason instanceof SwitchReason.MonitorWait) {
            return NOTIFIED;
        }
        if (reason instanceof SwitchReason.LockWait) {
            return LOCK;
        }
        if (reason instanceof SwitchReason.ParkWait) {
            return "to be unparked";
        }
        return reason.toString().toLowerCase(Locale.ROOT).replaceFirst("^waiting ", "");
    }

    /** Whether the thread's latest step can be the one that does not go on. */
    private boolean isAbleToBlock(Stack stack) {
        if (stack.latest == Interleaving.NONE) {
            return false;
        }
        TracePoint point = drafts.get(stack.latest).point;
        return point instanceof MonitorEnterTracePoint
                || point instanceof WaitTracePoint
                || point instanceof ParkTracePoint
                || Objects.equals(stack.open.peek(), stack.latest);
    }

    private static Interleaving.Event event(Draft draft) {
        MethodCallTracePoint call = draft.point instanceof MethodCallTracePoint isOne ? isOne : null;
        return new Interleaving.Event(
                draft.thread,
                draft.alone,
                draft.action,
                call == null || call.getParameters() == null ? List.of() : call.getParameters(),
                draft.point instanceof CodeLocationTracePoint located ? place(located) : null,
                draft.within,
                draft.begin,
                draft.end,
                call == null || draft.end == Interleaving.NONE ? null : result(call),
                call != null && isThrown(call),
                draft.waits);
    }

    private static String place(CodeLocationTracePoint located) {
        StackTraceElement element = located.getStackTraceElement();
        if (element.getMethodName().isEmpty()) {
            return null;
        }
        // A lock that is taken with the call has no line.
        String line = element.getLineNumber() > 0 ? ":" + element.getLineNumber() : "";
        return element.getClassName().replaceFirst(".*[./]", "") + "." + element.getMethodName() + "("
                + element.getFileName() + line + ")";
    }

    private static boolean isThrown(MethodCallTracePoint call) {
        return call.getThrownException() != null
                || call.getReturnedValue() instanceof ReturnedValueResult.ExceptionResult;
    }

    private static String result(MethodCallTracePoint call) {
        if (call.getThrownException() != null) {
            return call.getThrownException().toString();
        }
        return call.getReturnedValue() instanceof ReturnedValueResult.ValueResult
                        || call.getReturnedValue() instanceof ReturnedValueResult.ExceptionResult
                ? call.getReturnedValue().getResultRepresentation()
                : null;
    }
}
