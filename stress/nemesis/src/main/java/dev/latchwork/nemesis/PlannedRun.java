package dev.latchwork.nemesis;

import dev.latchwork.aio.AioException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/**
 * A run that ends within a bound, or hangs.
 *
 * @param <O> what it comes to
 */
@FunctionalInterface
public interface PlannedRun<O extends RunOutcome> {
    /**
     * How a run ended.
     *
     * @param outcome what it came to; null if it hung, or the method failed under it
     * @param fault what is wrong with that, or null
     */
    record End<O>(O outcome, String fault) {}

    /**
     * Runs and compares.
     *
     * @param boundSeconds after which a run that has not ended counts as hung
     * @throws TimeoutException if an I/O did not complete, or the instance did not close, within the bound
     * @throws ExecutionException if a session failed
     */
    O run(long boundSeconds) throws IOException, InterruptedException, ExecutionException, TimeoutException;

    /**
     * Runs, and takes for a fault of the method what is one: a hang, an instance that failed, a block with what belongs
     * elsewhere.
     *
     * @throws IllegalStateException if the run itself broke, of which nothing follows for the method
     */
    default End<O> end(long boundSeconds) throws IOException, InterruptedException {
        try {
            O outcome = run(boundSeconds);
            return new End<>(outcome, outcome.fault());
        } catch (TimeoutException e) {
            return new End<>(null, "hung for more than " + boundSeconds + " s");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AioException || e.getCause() instanceof BlockContent.TornOrMisplaced) {
                return new End<>(null, e.getCause().getMessage());
            }
            throw new IllegalStateException("the run itself broke, not the method under it", e.getCause());
        }
    }

    /** Runs, prints what came of it and the verdict; returns the exit status: 0 if it held, else 1. */
    default int judge(long boundSeconds, PrintWriter out) throws IOException, InterruptedException {
        End<O> end = end(boundSeconds);
        if (end.outcome() != null) {
            out.print(end.outcome().inWords());
        }
        out.println(end.fault() == null ? "held" : "violated: " + end.fault());
        return end.fault() == null ? 0 : 1;
    }
}
