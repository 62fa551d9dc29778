package dev.latchwork.model.history;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a judge says of a history. Immutable.
 *
 * @param answer whether there is an order that explains it
 * @param reason why not, or why nobody knows, in a sentence; null if there is an order
 * @param window the operations around the violation, at most {@link #WINDOW}; empty if there is none
 * @param judged operations that were judged: all of them, or those up to the violation
 */
public record Verdict(Answer answer, String reason, List<ShownOperation> window, long judged) {
    /** Operations in a window at most. */
    public static final int WINDOW = 200;

    /** The three things that a judge can say. */
    public enum Answer {
        LINEARIZABLE,
        NOT_LINEARIZABLE,
        UNKNOWN
    }

    /** Refuses a violation without a reason, and a window that is too large. */
    public Verdict {
        window = List.copyOf(window);
        if (answer != Answer.LINEARIZABLE) {
            Objects.requireNonNull(reason, "reason");
        }
        if (window.size() > WINDOW) {
            throw new IllegalArgumentException(window.size() + " operations are more than a window's " + WINDOW);
        }
    }

    static Verdict linearizable(long judged) {
        return new Verdict(Answer.LINEARIZABLE, null, List.of(), judged);
    }

    static Verdict violated(String reason, List<ShownOperation> window, long judged) {
        return new Verdict(Answer.NOT_LINEARIZABLE, reason, window, judged);
    }

    static Verdict unknown(String reason, long judged) {
        return new Verdict(Answer.UNKNOWN, reason, List.of(), judged);
    }

    public boolean isLinearizable() {
        return answer == Answer.LINEARIZABLE;
    }

    public boolean isViolated() {
        return answer == Answer.NOT_LINEARIZABLE;
    }

    /** The reason and the window, line by line. */
    public String inWords() {
        if (isLinearizable()) {
            return "linearizable: " + judged + " operations";
        }
        String first = (isViolated() ? "not linearizable: " : "unknown: ") + reason;
        return Stream.concat(Stream.of(first), window.stream().map(ShownOperation::toString))
                .collect(Collectors.joining("\n"));
    }
}
