package dev.latchwork.tla.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class StepsEqualSpecificationIT {
    static List<String> models() {
        return Arrays.asList(System.getProperty(
                        "latchwork.binding.models",
                        "MCWorkerMethodRing_two,MCWorkerMethodRing_wraps,MCWorkerMethod_ringFull,MCWorkerMethod_exits")
                .split(","));
    }

    @ParameterizedTest
    @MethodSource("models")
    void steps(String cfg) throws Exception {
        java.util.logging.Logger.getLogger("dev.latchwork.aio").setLevel(java.util.logging.Level.OFF);
        BoundConfiguration configuration = BoundConfiguration.of(cfg);
        long t1 = System.nanoTime();
        StepComparison.Outcome outcome = StepComparison.compare(configuration.graph(), configuration::newMethod);
        long t2 = System.nanoTime();
        System.out.println(cfg + " code " + (t2 - t1) / 1e9 + " s "
                + outcome.code().states() + " " + outcome.covered() + " " + outcome.transitions() + " "
                + outcome.unseen() + " " + outcome.crashes() + " " + outcome.actions());
        outcome.differences().stream().limit(2).forEach(System.out::println);
        assertEquals(List.of(), outcome.differences());
    }
}
