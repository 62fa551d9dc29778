package dev.latchwork.tla;

import dev.latchwork.model.Bounds;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.Start;
import dev.latchwork.model.Variant;
import dev.latchwork.model.Wakeups;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The executable model under the constants of a configuration of MCWorkerMethod. Stateless. */
public final class WorkerMethodConfiguration {
    private static final Pattern CONSTANT = Pattern.compile("(\\w+) = (\\{[^}]*}|\\w+|\"\\w+\")");

    private WorkerMethodConfiguration() {}

    /** The protocol of a configuration. */
    public static Protocol protocol(String cfg) throws IOException {
        return protocol(cfg, variant(constants(cfg)));
    }

    /** The same bounds with other decisions. */
    public static Protocol protocol(String cfg, Variant variant) throws IOException {
        return Protocol.of(bounds(constants(cfg)), variant);
    }

    /** The constants of a configuration that have a value; substitutions ({@code <-}) have none. */
    static Map<String, String> constants(String cfg) throws IOException {
        String text = Project.specification().readConfiguration(cfg);
        Map<String, String> constants = new HashMap<>();
        for (Matcher constant = CONSTANT.matcher(text); constant.find(); ) {
            constants.put(constant.group(1), constant.group(2));
        }
        if (!text.contains("Batches <- MCBatches") || text.split("<-", -1).length != 2) {
            throw new IllegalArgumentException(
                    cfg + " has other batches than the model, or substitutes more than those");
        }
        constants.put("Start", text.matches("(?s).*SPECIFICATION\\s+MCWarm.*") ? "WARM" : "COLD");
        return constants;
    }

    private static Bounds bounds(Map<String, String> constants) {
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
