package dev.latchwork.trace;

import dev.latchwork.tla.SpecificationFolder;
import dev.latchwork.tla.TlcBudget;
import dev.latchwork.tla.TlcRunner;
import dev.latchwork.tla.recorded.TraceJudge;
import java.nio.file.Path;

/** TLC, on the project's specification. */
final class Tlc {
    private Tlc() {}

    static TraceJudge judge() {
        String root = System.getProperty("latchwork.root");
        if (root == null) {
            throw new IllegalStateException("the system property latchwork.root is not set; Maven sets it");
        }
        return new TraceJudge(new TlcRunner(
                SpecificationFolder.below(Path.of(root)), TlcBudget.ofSystemProperties(), System.out::println));
    }
}
