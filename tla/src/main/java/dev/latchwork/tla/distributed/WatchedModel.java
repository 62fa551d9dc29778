package dev.latchwork.tla.distributed;

import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tlc2.tool.TLCState;
import tlc2.tool.TLCStateInfo;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.fp.FPSetConfiguration;

/**
 * A model in TLC's server, which remembers the step into a state that violates an invariant. Thread-safe.
 *
 * <p>The server prints that step with neither the invariant's name nor what led there, and then forgets it. It asks the
 * model for the step's action in order to print it: that is where it is seen.
 */
final class WatchedModel extends TLCApp {
    private static final Pattern VIOLATED = Pattern.compile("Invariant (\\w+) is violated");
    private static final boolean ASKS_FOR_DEADLOCK = false;

    private volatile Step last;

    /** A step, the last of a counterexample. */
    record Step(TLCState from, TLCState to) {}

    WatchedModel(String module, String configuration, FPSetConfiguration fingerprints) throws IOException {
        super(module, configuration, ASKS_FOR_DEADLOCK, null, fingerprints);
    }

    @Override
    public TLCStateInfo getState(TLCState to, TLCState from) {
        last = new Step(from, to);
        return super.getState(to, from);
    }

    /** The step that TLC printed last as the end of a counterexample. */
    Optional<Step> lastPrinted() {
        return Optional.ofNullable(last);
    }

    /** The first invariant that the state violates, looked at by itself. */
    Optional<String> violatedBy(TLCState state) {
        try {
            checkState(null, state);
            return Optional.empty();
        } catch (WorkerException e) {
            Matcher violated = VIOLATED.matcher(e.getMessage());
            return violated.find() ? Optional.of(violated.group(1)) : Optional.empty();
        }
    }
}
