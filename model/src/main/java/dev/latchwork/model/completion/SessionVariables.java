package dev.latchwork.model.completion;

import java.util.List;

/**
 * The variables of one session. Immutable.
 *
 * @param point its program point
 * @param latch whether its latch is set
 * @param staged handles that it has staged and not submitted, in order
 * @param inFlight handles that it has submitted and not reclaimed, in order of submission
 * @param recycling the handle whose use it is ending, or -1
 * @param awaiting what it waits for
 */
public record SessionVariables(
        SessionPoint point,
        boolean latch,
        List<Integer> staged,
        List<Integer> inFlight,
        int recycling,
        WaitVariables awaiting) {

    /** Copies the lists. */
    public SessionVariables {
        staged = List.copyOf(staged);
        inFlight = List.copyOf(inFlight);
    }

    static SessionVariables ready() {
        return new SessionVariables(SessionPoint.READY, false, List.of(), List.of(), -1, WaitVariables.NOTHING);
    }

    public SessionVariables point(SessionPoint next) {
        return new SessionVariables(next, latch, staged, inFlight, recycling, awaiting);
    }

    public SessionVariables latch(boolean next) {
        return new SessionVariables(point, next, staged, inFlight, recycling, awaiting);
    }

    SessionVariables staged(List<Integer> next) {
        return new SessionVariables(point, latch, next, inFlight, recycling, awaiting);
    }

    public SessionVariables inFlight(List<Integer> next) {
        return new SessionVariables(point, latch, staged, next, recycling, awaiting);
    }

    public SessionVariables recycling(int next) {
        return new SessionVariables(point, latch, staged, inFlight, next, awaiting);
    }

    public SessionVariables awaiting(WaitVariables next) {
        return new SessionVariables(point, latch, staged, inFlight, recycling, next);
    }
}
