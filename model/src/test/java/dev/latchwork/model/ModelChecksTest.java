package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All properties on all scenarios, each exploration complete: the reference has every property and exactly the pinned
 * number of states, and every seeded fault violates exactly the properties that it is said to, by a counterexample of the
 * pinned length. Each property has a fault here that it kills. Writes one verdict for each check, with its trace.
 */
class ModelChecksTest {
    private static final Path REPORT = Path.of(System.getProperty("latchwork.report.dir"));

    /** What an exploration showed: for each violated property its trace as text, and the trace's length. */
    private record Findings(Exploration exploration, Map<String, String> traces, Map<String, Integer> lengths) {
        static Findings of(Scenario scenario) {
            Exploration exploration = Explorer.explore(
                    scenario.protocol(),
                    scenario.invariants(),
                    scenario.steps(),
                    expanded -> System.out.printf("%s: %,d states expanded%n", title(scenario), expanded));
            Map<String, String> traces = new LinkedHashMap<>();
            Map<String, Integer> lengths = new TreeMap<>();
            exploration.counterexamples().forEach((invariant, trace) -> {
                traces.put(invariant.name(), invariant + System.lineSeparator() + TracePrinter.print(trace));
                lengths.put(invariant.name(), trace.length());
            });
            exploration.stepCounterexamples().forEach((property, trace) -> {
                traces.put(property.name(), property + System.lineSeparator() + TracePrinter.print(trace));
                lengths.put(property.name(), trace.length());
            });
            if (exploration.complete()) {
                FairCycles.find(exploration, LivenessProperty.ALL).forEach((property, lasso) -> {
                    traces.put(property.name(), property + System.lineSeparator() + TracePrinter.print(lasso));
                    lengths.put(property.name(), lasso.stem().length());
                });
            }
            return new Findings(exploration, traces, lengths);
        }

        Effort effort() {
            return Effort.of("states", exploration.distinct())
                    .and("transitions", exploration.transitions())
                    .and("diameter", exploration.diameter());
        }
    }

    private static String title(Scenario scenario) {
        return scenario.subject() + " in " + scenario.bounds().label();
    }

    /** One container for each scenario, which is explored once, before its tests; their verdicts share that time. */
    @TestFactory
    Stream<DynamicContainer> everyScenario() {
        return Scenario.all().map(scenario -> dynamicContainer(title(scenario), tests(scenario)));
    }

    private static Stream<DynamicNode> tests(Scenario scenario) {
        List<CheckRun> runs = scenario.recorded().stream()
                .map(property -> CheckRun.start(scenario.checkId(property)))
                .toList();
        Findings findings = Findings.of(scenario);
        Stream<DynamicTest> verdicts = Stream.iterate(0, i -> i < runs.size(), i -> i + 1)
                .map(i -> dynamicTest(scenario.checkId(scenario.recorded().get(i)), () -> {
                    String property = scenario.recorded().get(i);
                    finish(runs.get(i), scenario.checkId(property), findings, property);
                }));
        return Stream.concat(
                verdicts,
                Stream.of(
                        dynamicTest("violates exactly the expected", () -> assertExpected(scenario, findings)),
                        dynamicTest("size of the state graph", () -> assertSize(scenario, findings.exploration()))));
    }

    private static void finish(CheckRun run, String checkId, Findings findings, String property) throws IOException {
        String trace = findings.traces().get(property);
        if (trace == null) {
            run.finish(Outcome.HELD, findings.effort());
            return;
        }
        Path witness = REPORT.resolve("traces").resolve(checkId + ".txt");
        Files.createDirectories(witness.getParent());
        Files.writeString(witness, trace);
        String detail = "shortest counterexample: %d states"
                .formatted(findings.lengths().get(property));
        run.finish(Outcome.VIOLATED, findings.effort(), witness, detail);
    }

    private static void assertExpected(Scenario scenario, Findings findings) {
        findings.traces().values().forEach(System.out::println);
        assertEquals(new TreeMap<>(scenario.violations()), findings.lengths());
    }

    private static void assertSize(Scenario scenario, Exploration exploration) {
        assertTrue(exploration.distinct() > 0);
        if (scenario.isReference()) {
            assertTrue(exploration.complete());
            assertEquals(scenario.bounds().distinct(), exploration.distinct(), "distinct states");
            assertEquals(scenario.bounds().transitions(), exploration.transitions(), "transitions");
            assertEquals(scenario.bounds().diameter(), exploration.diameter(), "diameter");
        }
    }
}
