package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.FairCycles;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.Invariant;
import dev.latchwork.model.Invariants;
import dev.latchwork.model.LivenessProperty;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Start;
import dev.latchwork.model.StepProperty;
import dev.latchwork.model.Trace;
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The executable model and the specification have the same states: each model of {@code manifest.json} whose module is
 * MCWorkerMethod is explored by the executable model under the bounds of its {@code .cfg}. Where TLC's search is complete,
 * the numbers of distinct states and the diameters are equal; where an invariant is violated, the shortest
 * counterexamples have the same length; where completion is violated, both see it. The manifest pins TLC's side.
 *
 * <p>Equal numbers are no proof of equal states: two differences could cancel out. Kills fan-out 1 instead of 2, which no
 * invariant sees.
 */
class ModelEqualsSpecificationTest {
    private static final Path SPECIFICATION =
            Path.of(System.getProperty("latchwork.root"), "tla", "src", "main", "tla");
    private static final Pattern CONSTANT = Pattern.compile("(\\w+) = (\\{[^}]*}|\\w+|\"\\w+\")");
    private static final int EXIT_INVARIANT_VIOLATED = 12;

    /** Properties of the specification that the executable model has as well. */
    private static final List<LivenessProperty> LIVENESS = LivenessProperty.ALL;

    /** One entry of the manifest, as far as it is compared. */
    private record Entry(String cfg, boolean held, List<String> properties, int exit, int distinct, int diameter) {
        boolean isAboutLiveness() {
            return LIVENESS.stream().anyMatch(property -> properties.contains(property.name()));
        }

        Optional<Invariant> invariant() {
            return Invariants.ALL.stream()
                    .filter(invariant -> properties.contains(invariant.name()))
                    .findFirst();
        }

        Optional<StepProperty> stepProperty() {
            return StepProperty.ALL.stream()
                    .filter(property -> properties.contains(property.name()))
                    .findFirst();
        }

        /** Probes and refinements are TLC's alone; of a violated model something common must be left to compare. */
        boolean isComparable() {
            return held
                    || isAboutLiveness()
                    || stepProperty().isPresent()
                    || (exit == EXIT_INVARIANT_VIOLATED && invariant().isPresent());
        }
    }

    private static List<Entry> entries() throws IOException {
        JsonNode models = new ObjectMapper()
                .readTree(SPECIFICATION.resolve("manifest.json").toFile())
                .get("models");
        List<Entry> entries = new ArrayList<>();
        for (JsonNode model : models) {
            if (model.get("module").asText().equals("MCWorkerMethod")) {
                List<String> properties = new ArrayList<>();
                model.get("properties").forEach(property -> properties.add(property.asText()));
                entries.add(new Entry(
                        model.get("cfg").asText(),
                        model.get("expected").asText().equals("held"),
                        properties,
                        model.get("exit").asInt(),
                        model.get("distinct").asInt(),
                        model.get("diameter").asInt()));
            }
        }
        return entries;
    }

    /** Each model of which the manifest tells something that the executable model can tell as well. */
    @TestFactory
    Stream<DynamicTest> everyComparableModel() throws IOException {
        List<Entry> comparable = entries().stream().filter(Entry::isComparable).toList();
        assertFalse(comparable.isEmpty(), "no model of the manifest can be compared");
        return comparable.stream().map(entry -> dynamicTest(entry.cfg(), () -> assertEqualStates(entry)));
    }

    /** The comparison sees a difference: fan-out 1 has all invariants of the reference, and other states. M32. */
    @Test
    void explore_whenFanOutIsOne_thenStatesDifferFromThePinnedOnes() throws IOException {
        CheckRun run = CheckRun.start("model/EqualsSpecification/M32");
        Entry three = entry("MCWorkerMethod_three");

        Exploration exploration = Explorer.explore(
                Protocol.of(bounds(constants(three.cfg())), Variant.REFERENCE.fanOut(1)), Invariants.ALL);

        assertEquals(Map.of(), exploration.counterexamples());
        run.finish(
                exploration.distinct() == three.distinct() ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", exploration.distinct()));
    }

    /** One model of each kind as a check: the reference, the other policies, and the faults. */
    @ParameterizedTest
    @CsvSource({
        "MCWorkerMethod_exits, reference",
        "MCWorkerMethod_exactExits, exact",
        "MCWorkerMethod_postgres19, postgres-19",
        "MCWorkerMethod_seedAStates, seed-A",
        "MCWorkerMethod_seedBStates, seed-B",
        "MCWorkerMethod_seedDStates, seed-D",
        "MCWorkerMethod_seedEStates, seed-E"
    })
    void explore_whenAllStatesAreReached_thenAsManyAsTlcFound(String cfg, String subject) throws IOException {
        CheckRun run = CheckRun.start("model/EqualsSpecification/" + subject);
        Entry entry = entry(cfg);
        Map<String, String> constants = constants(cfg);
        Exploration exploration = Explorer.explore(Protocol.of(bounds(constants), variant(constants)), List.of());
        boolean equal = entry.held()
                && exploration.distinct() == entry.distinct()
                && exploration.diameter() == entry.diameter();
        run.finish(
                equal ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("states", exploration.distinct()).and("diameter", exploration.diameter()));
    }

    private static Entry entry(String cfg) throws IOException {
        return entries().stream()
                .filter(entry -> entry.cfg().equals(cfg))
                .findFirst()
                .orElseThrow();
    }

    private static void assertEqualStates(Entry entry) throws IOException {
        Map<String, String> constants = constants(entry.cfg());
        Protocol protocol = Protocol.of(bounds(constants), variant(constants));
        if (!entry.held() && entry.stepProperty().isPresent()) {
            StepProperty property = entry.stepProperty().orElseThrow();
            Exploration exploration = Explorer.explore(protocol, List.of(), List.of(property), expanded -> {});
            assertEquals(
                    Optional.of(entry.diameter()),
                    exploration.counterexample(property).map(Trace::length),
                    "length of the shortest counterexample to " + property.name());
            return;
        }
        if (!entry.held() && !entry.isAboutLiveness()) {
            Invariant invariant = entry.invariant().orElseThrow();
            Exploration exploration = Explorer.explore(protocol, List.of(invariant));
            assertEquals(
                    Optional.of(entry.diameter()),
                    exploration.counterexample(invariant).map(trace -> trace.length()),
                    "length of the shortest counterexample to " + invariant.name());
            return;
        }
        Exploration exploration = Explorer.explore(protocol, List.of());
        assertEquals(entry.distinct(), exploration.distinct(), "distinct states");
        if (entry.held()) {
            assertEquals(entry.diameter(), exploration.diameter(), "diameter");
        }
        List<LivenessProperty> common = LIVENESS.stream()
                .filter(property -> entry.properties().contains(property.name()))
                .toList();
        assertEquals(
                entry.held() ? 0 : common.size(),
                FairCycles.find(exploration, common).size(),
                "violated properties of " + common);
    }

    /** The constants of a configuration that have a value; substitutions ({@code <-}) have none. */
    static Map<String, String> constants(String cfg) throws IOException {
        String text = Files.readString(SPECIFICATION.resolve("models").resolve(cfg + ".cfg"));
        Map<String, String> constants = new HashMap<>();
        for (Matcher constant = CONSTANT.matcher(text); constant.find(); ) {
            constants.put(constant.group(1), constant.group(2));
        }
        assertTrue(text.contains("Batches <- MCBatches"), cfg + " has other batches than the model");
        assertEquals(1, text.split("<-", -1).length - 1, cfg + " substitutes more than Batches");
        constants.put("Start", text.matches("(?s).*SPECIFICATION\\s+MCWarm.*") ? "WARM" : "COLD");
        return constants;
    }

    static Bounds bounds(Map<String, String> constants) {
        int workers = numbers(constants.get("Workers")).length;
        return Bounds.builder()
                .start(Start.valueOf(constants.get("Start")))
                .workers(workers)
                .submitters(numbers(constants.get("Submitters")).length)
                .ios(numbers(constants.get("Ios")).length)
                .ringSize(number(constants, "Size"))
                .maxBatch(number(constants, "MaxBatch"))
                .poolSize(number(constants, "PoolSize"))
                .reloads(number(constants, "MaxReloads"), numbers(constants.get("PoolSizes")))
                .interrupts(number(constants, "MaxInterrupts"))
                .reopenFailures(number(constants, "MaxReopenFailures"))
                .closes(isTrue(constants, "Closes"))
                .build();
    }

    static Variant variant(Map<String, String> constants) {
        return Variant.REFERENCE
                .fanOut(number(constants, "Fanout"))
                .wakeups(Wakeups.ofLabel(word(constants, "Wakeups")))
                .clearIdleOnExit(isTrue(constants, "ClearIdleOnExit"))
                .handOverOnExit(HandOver.ofLabel(word(constants, "HandOverOnExit")))
                .interruptsWithIoInHand(isTrue(constants, "InterruptsWithIoInHand"))
                .slotsForEveryPoolSize(isTrue(constants, "SlotsForEveryPoolSize"))
                .interruptsAtEveryTurn(isTrue(constants, "InterruptsAtEveryTurn"))
                .markIdleOnRegister(isTrue(constants, "MarkIdleOnRegister"))
                .tryLock(isTrue(constants, "TryLock"));
    }

    private static boolean isTrue(Map<String, String> constants, String name) {
        return switch (constants.get(name)) {
            case "TRUE" -> true;
            case "FALSE" -> false;
            default -> throw new IllegalArgumentException(name + " is no switch: " + constants.get(name));
        };
    }

    private static String word(Map<String, String> constants, String name) {
        return constants.get(name).replace("\"", "");
    }

    private static int number(Map<String, String> constants, String name) {
        return Integer.parseInt(constants.get(name));
    }

    private static int[] numbers(String set) {
        return Arrays.stream(set.substring(1, set.length() - 1).split(","))
                .map(String::strip)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
