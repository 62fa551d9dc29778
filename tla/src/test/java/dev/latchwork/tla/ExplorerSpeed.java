package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.Invariants;
import dev.latchwork.model.StepProperty;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.TlcModel;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.RepeatedTest;

/**
 * How much faster the explorer is than TLC: each with two threads, in turns, on the largest model that both have. A
 * benchmark, not a check: no build runs it, {@code mvn -pl tla -am test -Dtest=ExplorerSpeed
 * -Dsurefire.failIfNoSpecifiedTests=false} does. TLC's time is that of its JVM. The first turn of the explorer is cold,
 * as TLC's are all; its later ones are not.
 */
class ExplorerSpeed {
    private static final String CFG = "MCWorkerMethod_threeWarm";
    private static final int THREADS = 2;
    private static final int PAIRS = 4;

    /** Both find the same number of states; prints how many a second. */
    @RepeatedTest(PAIRS)
    void explore_whenComparedWithTlc_thenPrintsTheRatio() throws IOException, InterruptedException {
        TlcModel model = withWorkers(TlcManifest.readBelow(Project.root()).models().stream()
                .filter(each -> each.cfg().equals(CFG))
                .findFirst()
                .orElseThrow());
        long start = System.nanoTime();
        TlcRun tlc =
                new TlcRunner(Project.specification(), TlcBudget.ofSystemProperties(), line -> {}).run(model, false);
        long between = System.nanoTime();
        Exploration exploration = Explorer.explore(
                WorkerMethodConfiguration.protocol(CFG),
                Invariants.ALL,
                List.<StepProperty>of(),
                expanded -> {},
                THREADS);
        long end = System.nanoTime();

        assertEquals(model.distinct(), tlc.distinct().orElseThrow());
        assertEquals(model.distinct(), exploration.distinct());
        double ratio = (double) (between - start) / (end - between);
        System.out.printf(
                Locale.ROOT,
                "%s, %d threads each: TLC %,.0f states/s, explorer %,.0f states/s, ratio %.1f%n",
                CFG,
                THREADS,
                model.distinct() * 1e9 / (between - start),
                model.distinct() * 1e9 / (end - between),
                ratio);
    }

    private static TlcModel withWorkers(TlcModel model) {
        return new TlcModel(
                model.cfg(),
                model.module(),
                model.subject(),
                model.expected(),
                model.properties(),
                model.mutant(),
                model.phase(),
                THREADS,
                model.exit(),
                model.distinct(),
                model.diameter(),
                model.seconds(),
                model.comment());
    }
}
