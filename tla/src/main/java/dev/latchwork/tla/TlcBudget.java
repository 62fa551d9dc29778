package dev.latchwork.tla;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Phase;
import dev.latchwork.verification.TlcModel;
import java.time.Duration;
import java.util.List;

/**
 * What one run of TLC may take. Immutable.
 *
 * @param limit time for one run
 * @param heap the heap of a long run, in MiB
 */
public record TlcBudget(Duration limit, int heap) {
    /** Compiling in one tier halves the time of a run that ends before optimized code would pay. */
    static final List<String> SHORT_RUN = List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx1g");

    /**
     * The budget that the system properties {@code latchwork.tlc.seconds} (default 600) and {@code latchwork.tlc.heap}
     * (MiB, default 2048) set.
     */
    public static TlcBudget ofSystemProperties() {
        return new TlcBudget(
                Duration.ofSeconds(Integer.getInteger("latchwork.tlc.seconds", 600)),
                Integer.getInteger("latchwork.tlc.heap", 2048));
    }

    /** JVM options for the model: its phase says whether it is long, and a violation is found early. */
    List<String> optionsFor(TlcModel model) {
        return model.phase() == Phase.TEST || model.expected() == Outcome.VIOLATED
                ? SHORT_RUN
                : List.of("-XX:+UseParallelGC", "-Xmx" + heap + "m");
    }
}
