package dev.latchwork.tla;

import dev.latchwork.tla.trace.Ending;
import dev.latchwork.tla.trace.PrintedTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the counterexample among TLC's messages. */
final class PrintedTraces {
    private static final Pattern STATE = Pattern.compile("\\d+: <(\\w+)[^>]*>\\n(.*)", Pattern.DOTALL);
    private static final Pattern LOOP = Pattern.compile("(\\d+): Back to state.*", Pattern.DOTALL);

    private PrintedTraces() {}

    /**
     * The counterexample, without states if there is none.
     *
     * @throws IllegalArgumentException if TLC printed it in an unknown form
     */
    static PrintedTrace parse(List<TlcMessage> messages) {
        List<PrintedTrace.State> states = new ArrayList<>();
        Ending ending = Ending.STOPS;
        int loopsTo = 0;
        for (TlcMessage message : messages) {
            switch (message.code()) {
                case TlcMessage.STATE -> {
                    Matcher state = matched(STATE, message.text());
                    states.add(new PrintedTrace.State(
                            state.group(1), state.group(2).strip()));
                }
                case TlcMessage.STUTTERING -> ending = Ending.STUTTERS;
                case TlcMessage.BACK_TO_STATE -> {
                    ending = Ending.LOOPS;
                    loopsTo = Integer.parseInt(matched(LOOP, message.text()).group(1));
                }
                default -> {
                    // Not part of the counterexample.
                }
            }
        }
        return new PrintedTrace(states, ending, loopsTo);
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("TLC printed a counterexample in an unknown form: " + text);
        }
        return matcher;
    }
}
