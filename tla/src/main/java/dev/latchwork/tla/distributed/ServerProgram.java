package dev.latchwork.tla.distributed;

import java.util.concurrent.atomic.AtomicReference;
import tlc2.TLCGlobals;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.tool.TLCState;
import tlc2.tool.fp.FPSetConfiguration;
import tlc2.util.FP64;
import util.FileUtil;

/**
 * Program: TLC's server for one model, which says what is violated and shows the whole counterexample.
 *
 * <p>Arguments: module, configuration, folder for TLC's files; the working folder is that of the module. Like TLC's own
 * server it exits with 0 on a violation.
 */
final class ServerProgram {
    private static final int FINGERPRINT_POLYNOMIAL = 0;
    private static final int FAILED = 1;

    private ServerProgram() {}

    public static void main(String[] arguments) {
        OwnerWatch.start();
        int status = 0;
        try {
            run(arguments[0], arguments[1], arguments[2]);
        } catch (Throwable e) {
            MP.printError(EC.GENERAL, e);
            status = FAILED;
        }
        // The registry and TLC's timers would keep the JVM alive.
        System.exit(status);
    }

    private static void run(String module, String configuration, String folder) throws Exception {
        TLCGlobals.tool = true;
        TLCGlobals.metaDir = folder + FileUtil.separator;
        TLCGlobals.chkptDuration = 0;
        TLCGlobals.setNumWorkers(0);
        FP64.Init(FINGERPRINT_POLYNOMIAL);
        WatchedModel model = new WatchedModel(module, configuration, new FPSetConfiguration());
        if (initialStatesHold(model)) {
            SafetyServer server = new SafetyServer(model);
            server.check();
        }
    }

    /** TLC's server reports a violation in an initial state in words that do not name the invariant as others do. */
    private static boolean initialStatesHold(WatchedModel model) {
        AtomicReference<TLCState> violating = new AtomicReference<>();
        model.getInitStates(state -> {
            model.violatedBy(state).ifPresent(invariant -> violating.compareAndSet(null, state));
            return state;
        });
        TLCState state = violating.get();
        if (state != null) {
            MP.printError(
                    EC.TLC_INVARIANT_VIOLATED_INITIAL,
                    new String[] {model.violatedBy(state).orElseThrow(), state.toString()});
        }
        return state == null;
    }
}
