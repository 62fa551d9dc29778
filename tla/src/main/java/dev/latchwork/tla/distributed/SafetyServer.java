package dev.latchwork.tla.distributed;

import java.io.IOException;
import java.net.InetAddress;
import java.rmi.NotBoundException;
import tlc2.output.EC;
import tlc2.output.MP;
import tlc2.tool.TLCState;
import tlc2.tool.TLCTrace;
import tlc2.tool.WorkerException;
import tlc2.tool.distributed.TLCApp;
import tlc2.tool.distributed.TLCServer;
import tlc2.tool.distributed.fp.IFPSetManager;
import tlc2.tool.fp.FPSet;
import tlc2.tool.fp.FPSetFactory;

/** TLC's server; at its end it names the violated invariant and prints the whole counterexample. One run each. */
final class SafetyServer extends TLCServer {
    private static final long serialVersionUID = 1L;

    private final transient WatchedModel model;

    SafetyServer(WatchedModel model) throws IOException, NotBoundException {
        super(model);
        this.model = model;
    }

    /**
     * Checks the model. Does not return when the search has begun: TLC ends this JVM, with status 0.
     *
     * @throws IOException if TLC cannot use its files, or its registry
     */
    void check() throws IOException, InterruptedException, NotBoundException {
        modelCheck();
    }

    @Override
    protected IFPSetManager getFPSetManagerImpl(TLCApp work, String folder, int count) throws IOException {
        FPSet fingerprints = FPSetFactory.getFPSet(work.getFPSetConfiguration());
        fingerprints.init(1, folder, work.getFileName());
        return new LastWord(fingerprints, InetAddress.getLocalHost().getCanonicalHostName(), trace, this::report);
    }

    private void report() {
        model.lastPrinted()
                .ifPresent(last -> model.violatedBy(last.to()).ifPresent(violated -> report(last, violated)));
    }

    private void report(WatchedModel.Step last, String violated) {
        MP.printError(EC.TLC_INVARIANT_VIOLATED_BEHAVIOR, violated);
        try {
            printStepsTo(last);
        } catch (IOException | WorkerException e) {
            MP.printError(EC.GENERAL, e);
        }
        MP.flush();
    }

    private void printStepsTo(WatchedModel.Step last) throws IOException, WorkerException {
        TLCState from = last.from();
        // Workers do not count levels, so that every state passes for an initial one, before which nothing is printed.
        from.setPredecessor(from);
        // The file of the steps taken is closed by now, and still there.
        TLCTrace steps = new TLCTrace(model.getMetadir(), model.getFileName(), model);
        try {
            steps.printTrace(from, last.to());
        } finally {
            steps.close();
        }
    }
}
