package dev.latchwork.nemesis;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** A run that ends within a bound, or hangs. */
@FunctionalInterface
interface PlannedRun {
    /**
     * Runs and compares.
     *
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws TimeoutException if an I/O did not complete within the bound
     * @throws ExecutionException if a session failed
     */
    RunOutcome run(long boundSeconds) throws IOException, InterruptedException, ExecutionException, TimeoutException;

    /** Runs, prints what came of it and the verdict; returns the exit status: 0 if it held, else 1. */
    default int judge(long boundSeconds, PrintWriter out) throws IOException, InterruptedException {
        String fault;
        try {
            RunOutcome outcome = run(boundSeconds);
            out.print(outcome.inWords());
            fault = outcome.fault();
        } catch (TimeoutException e) {
            fault = "hung for more than " + boundSeconds + " s";
        } catch (ExecutionException e) {
            fault = e.getCause().toString();
        }
        out.println(fault == null ? "held" : "violated: " + fault);
        return fault == null ? 0 : 1;
    }
}
