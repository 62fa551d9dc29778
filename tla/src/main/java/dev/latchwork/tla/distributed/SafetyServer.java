package dev.latchwork.tla.distributed;

import java.io.IOException;
import java.rmi.NotBoundException;
import java.util.Optional;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.tool.TLCState;
import tlc2.tool.TLCTrace;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.TLCServer;

/** TLC's server; at its end it names the violated invariant and prints the whole counterexample. One run each. */
final class SafetyServer extends TLCServer {
    private static final long serialVersionUID = 1L;

    private final transient WatchedModel model;

    SafetyServer(WatchedModel model) throws IOException, NotBoundException {
        super(model);
        this.model = model;
    }

    /**
     * Checks the model; returns when it is done.
     *
     * @throws IOException if TLC cannot use its files, or its registry
     * @throws WorkerException if the counterexample cannot be printed
     */
    void check() throws IOException, InterruptedException, NotBoundException, WorkerException {
        modelCheck();
        Optional<WatchedModel.Step> last = model.lastPrinted();
        if (last.isPresent()) {
            report(last.get());
        }
    }

    private void report(WatchedModel.Step last) throws IOException, WorkerException {
        Optional<String> violated = model.violatedBy(last.to());
        if (violated.isEmpty()) {
            return;
        }
        MP.printError(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, violated.get());
        TLCState from = last.from();
        // Workers do not count levels, so that every state passes for an initial one, before which nothing is printed.
        from.setPredecessor(from);
        // TLC closes the file of the steps taken at the end of its run, and leaves it there after a violation.
        TLCTrace steps = new TLCTrace(model.getMetadir(), model.getFileName(), model);
        try {
            steps.printTrace(from, last.to());
        } finally {
            steps.close();
        }
    }
}
