package dev.latchwork.tla;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message of TLC in tool mode. Immutable.
 *
 * @param code what it is about, such as {@link #STATE}
 * @param text its lines
 */
public record TlcMessage(int code, String text) {
    static final int INVARIANT_VIOLATED_INITIALLY = 2107;
    static final int INVARIANT_VIOLATED = 2110;
    static final int BACK_TO_STATE = 2122;
    static final int SUCCESS = 2193;
    static final int DEPTH = 2194;
    static final int STATISTICS = 2199;
    /** A state of a counterexample. */
    public static final int STATE = 2217;

    static final int STUTTERING = 2218;
    static final int ACTION_COVERAGE = 2772;
    /** Distributed: the server has computed the initial states and waits for workers. */
    public static final int SERVER_READY = 7000;
    /** Distributed: a worker thread has come. */
    public static final int WORKER_REGISTERED = 7001;
    /** Distributed: a worker thread has gone before the end. */
    public static final int WORKER_DEREGISTERED = 7002;
    /** Distributed: at the end, what a worker thread did. */
    public static final int WORKER_SHARE = 7003;
    /** Distributed: the connection to a worker thread broke. */
    public static final int WORKER_LOST = 7006;

    private static final Pattern START = Pattern.compile("@!@!@STARTMSG (\\d+):(\\d+) @!@!@");
    private static final Pattern END = Pattern.compile("@!@!@ENDMSG (\\d+) @!@!@");

    /**
     * The messages in TLC's output, in order. A line outside of any message is not TLC's; a message without an end is
     * dropped, since its process was ended in the middle of it.
     */
    static List<TlcMessage> parse(List<String> lines) {
        List<TlcMessage> messages = new ArrayList<>();
        List<String> text = new ArrayList<>();
        int code = 0;
        for (String line : lines) {
            Matcher start = START.matcher(line);
            if (start.matches()) {
                code = Integer.parseInt(start.group(1));
                text.clear();
            } else if (code != 0 && END.matcher(line).matches()) {
                messages.add(new TlcMessage(code, String.join("\n", text).strip()));
                code = 0;
            } else if (code != 0) {
                text.add(line);
            }
        }
        return messages;
    }
}
