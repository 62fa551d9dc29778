package dev.latchwork.model.trace;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Judges a recorded run: finds one order of its events that agrees with their intervals and in which each is a step of the
 * protocol, in time linear in the run; or the first event for which there is none. Confined to its thread.
 */
public final class WitnessChecker {
    /*
     * Overview
     * 1 What it is: the order; ReplayState judges each step.
     * 2 Corresponds to: a behaviour of Next of WorkerMethod, with the recorded run as witness.
     * 3 Representation: the numbers of the trace are gone through once. Each event has a place, and some may come earlier when
     *   another needs them:
     *     a critical section, a wait, a reopen          at its end. The order of sections is the lock's.
     *     a check that found no request, a reset        at its beginning
     *     a check that found one                        at its end
     *     a set of a latch, a request, a completion     at its end; earlier, but not before its beginning, as soon as an
     *                                                   event needs it: a wait the set, a check the request, the next use
     *                                                   of a handle the completion of the last, the close all
     *   pending holds the events that have begun and may come earlier.
     * 4 Invariants: every event is put within its interval, so that of two events of which one was over before the other
     *   began, the first stays first; the order that is found is one that the run can have had.
     * 5 Guards and lock order: none. 6 Linearization points: none. 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps. Why no good run is refused: let there be an order of the steps within their intervals that the
     *   protocol allows. Putting resets and checks without a request to their beginning takes no set and no request away from
     *   a later event, and each set that ended before is before them in any order. A set is wanted by one wait of its owner at
     *   most before the next reset; of several that can serve, the one that ends first is taken, and it is the one that can
     *   serve the fewest later waits. A request that a later check of the same worker needs anyway is taken first, as it costs
     *   nothing; one that the worker's next check did not find cannot have ended the wait. What is not seen: in which order
     *   overlapping steps outside the lock happened, so an error that some order of them explains.
     */
    private static final int NONE = -1;

    private final ReplayState state;

    /** Judges a run that begins in {@code state}, which then follows it. */
    public WitnessChecker(ReplayState state) {
        this.state = state;
    }

    /** Is told each event in the order that was found, before its step is taken. */
    @FunctionalInterface
    public interface Witness {
        /** {@code event} is next; {@code state} is as it is before it, and not to be kept. */
        void next(TraceEvent event, ReplayState state);
    }

    /**
     * What came of it.
     *
     * @param events how many were accepted
     * @param rejected the first event that no order explains, or null
     * @param reason why; null if every event was accepted
     */
    public record Judgement(long events, TraceEvent rejected, String reason) {
        /** Whether the whole run was accepted. */
        public boolean accepted() {
            return reason == null;
        }

        /** In a sentence. */
        public String inWords() {
            if (accepted()) {
                return events + " events, each a step of the protocol";
            }
            return rejected == null
                    ? "after " + events + " events: " + reason
                    : "event " + (events + 1) + ", number " + rejected.end() + ", " + rejected.text() + ": " + reason;
        }
    }

    /** Judges a whole run, from the start of an instance to its close. */
    public Judgement judgeRun(RecordedTrace trace) {
        Judgement judgement = judge(trace, (event, before) -> {});
        String unfinished = state.unfinished();
        return judgement.accepted() && unfinished != null
                ? new Judgement(judgement.events(), null, "the run has ended, but " + unfinished)
                : judgement;
    }

    /** Judges a run, or the beginning of one. */
    public Judgement judge(RecordedTrace trace, Witness witness) {
        return new Pass(trace, witness).judge();
    }

    /** One pass over one trace. */
    private final class Pass {
        private final RecordedTrace trace;
        private final Witness witness;
        private final boolean[] taken;
        private final List<Integer> pending = new ArrayList<>();
        private long events;
        private TraceEvent rejected;
        private String reason;

        Pass(RecordedTrace trace, Witness witness) {
            this.trace = trace;
            this.witness = witness;
            this.taken = new boolean[trace.size()];
        }

        Judgement judge() {
            for (int number = 1; number <= trace.lastNumber() && reason == null; number++) {
                int event = trace.eventAt(number);
                if (event == NONE) {
                    continue;
                }
                if (trace.endsAt(number)) {
                    if (!taken[event]) {
                        take(event);
                    }
                } else if (trace.action(event).mayComeEarly()) {
                    pending.add(event);
                } else if (isAtItsBeginning(event)) {
                    take(event);
                }
            }
            return new Judgement(events, rejected, reason);
        }

        private boolean isAtItsBeginning(int event) {
            return switch (trace.action(event).extent()) {
                case RESET -> true;
                case OWN_LOOK -> trace.argument(event) == 0;
                default -> false;
            };
        }

        private void take(int index) {
            TraceEvent event = trace.event(index);
            takeWhatItNeeds(event);
            if (reason != null) {
                return;
            }
            witness.next(event, state);
            String refused = state.take(event);
            if (refused != null) {
                rejected = event;
                reason = refused;
                return;
            }
            events++;
            taken[index] = true;
            if (event.action().mayComeEarly()) {
                pending.remove((Integer) index);
            }
        }

        private void takeWhatItNeeds(TraceEvent event) {
            if (pending.isEmpty()) {
                return;
            }
            switch (event.action()) {
                case AWAIT -> {
                    if (isWorker(event.actor()) && !state.isLatchSet(event.actor())) {
                        takeEarly(setFor(event));
                    }
                }
                case CHECK_INTERRUPTS -> {
                    if (event.argument() == 1 && isWorker(event.actor()) && !state.isExitRequested(event.actor())) {
                        takeEarly(firstPending(each -> isRequestOf(each, event.actor())));
                    }
                }
                case SUBMIT, SUBMIT_SYNCHRONOUSLY -> {
                    for (long io : event.batch()) {
                        if (reason == null && state.isOutstanding(IoUse.id(io))) {
                            takeEarly(firstPending(
                                    each -> trace.io(each) != IoUse.NONE && IoUse.id(trace.io(each)) == IoUse.id(io)));
                        }
                    }
                }
                case RELOAD -> {
                    // The close: every session has seen each of its I/Os completed.
                    if (event.argument() == 0) {
                        for (int each : List.copyOf(pending)) {
                            if (reason == null && trace.io(each) != IoUse.NONE) {
                                takeEarly(each);
                            }
                        }
                    }
                }
                default -> {
                    // Needs nothing that is not ordered before it.
                }
            }
        }

        private boolean isWorker(int actor) {
            return actor >= 0 && actor < state.workers();
        }

        private void takeEarly(int index) {
            if (index != NONE) {
                take(index);
            }
        }

        /** What ends this wait. */
        private int setFor(TraceEvent wait) {
            int request = firstPending(each -> isRequestOf(each, wait.actor()));
            int check = request == NONE ? NONE : nextCheck(wait);
            if (check != NONE && trace.argument(check) == 1) {
                return request;
            }
            int set = firstPending(each -> trace.action(each).setsLatch() && trace.argument(each) == wait.actor());
            // Where the trace ends before the check, nothing says that the request had not come.
            return set == NONE && check == NONE ? request : set;
        }

        private boolean isRequestOf(int event, int worker) {
            return switch (trace.action(event)) {
                case INTERRUPT -> trace.actor(event) == worker;
                case REQUEST_SHUTDOWN -> trace.argument(event) == worker;
                default -> false;
            };
        }

        /** The worker's first check for interrupts after this wait, or none if the trace ends before. */
        private int nextCheck(TraceEvent wait) {
            for (int number = wait.end() + 1; number <= trace.lastNumber(); number++) {
                int event = trace.eventAt(number);
                if (event != NONE
                        && trace.action(event) == RecordedAction.CHECK_INTERRUPTS
                        && trace.actor(event) == wait.actor()) {
                    return event;
                }
            }
            return NONE;
        }

        /** The pending event of this kind that ends first, or none. */
        private int firstPending(IntPredicate kind) {
            int first = NONE;
            for (int event : pending) {
                if (kind.test(event) && (first == NONE || trace.end(event) < trace.end(first))) {
                    first = event;
                }
            }
            return first;
        }
    }
}
