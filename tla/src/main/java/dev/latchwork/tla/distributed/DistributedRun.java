package dev.latchwork.tla.distributed;

import dev.latchwork.tla.TlcMessage;
import dev.latchwork.tla.TlcRun;
import dev.latchwork.tla.trace.Ending;
import dev.latchwork.tla.trace.PrintedTrace;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What TLC's server said in one run. Immutable.
 *
 * @param tlc its output
 * @param workerLost whether a worker went before the end; the server was ended then
 */
public record DistributedRun(TlcRun tlc, boolean workerLost) {
    private static final String INITIAL = "Initial";
    private static final Pattern SHARE = Pattern.compile("Worker: (\\S+) Sent: (\\d+) ");

    /** Worker threads that came. */
    public int workers() {
        return tlc.texts(TlcMessage.WORKER_REGISTERED).size();
    }

    /** States that each worker thread was given to explore, for those that were there at the end. */
    public List<Long> shares() {
        return tlc.texts(TlcMessage.WORKER_SHARE).stream()
                .map(SHARE::matcher)
                .filter(Matcher::find)
                .map(matcher -> Long.valueOf(matcher.group(2)))
                .toList();
    }

    /** The counterexample from an initial state on; without states if there is none. */
    public PrintedTrace counterexample() {
        // TLC's server has printed the last step before, as if it were the whole.
        List<PrintedTrace.State> printed = tlc.trace().states();
        int first = 0;
        for (int index = 0; index < printed.size(); index++) {
            if (printed.get(index).action().equals(INITIAL)) {
                first = index;
            }
        }
        return new PrintedTrace(printed.subList(first, printed.size()), Ending.STOPS, 0);
    }
}
