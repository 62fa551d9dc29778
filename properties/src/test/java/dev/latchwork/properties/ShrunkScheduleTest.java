package dev.latchwork.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import dev.latchwork.verification.VerdictFolder;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What a reader gets of a property that was falsified: a walk of hundreds of random steps, shrunk to the schedule of the
 * fault, one line an action. On the faults whose shortest schedules are known.
 */
class ShrunkScheduleTest {
    /** A little longer than the shortest that there is: shrinking is bounded, and need not find that. */
    private static final int MOST_ACTIONS = 14;

    private static final Pattern ACTION =
            Pattern.compile(" *\\d+  (submitter \\d+|worker \\d+|supervisor|operator|leaver) +[A-Z][A-Za-z]+.*");

    @TempDir
    Path report;

    /**
     * The counterexample of faults A and B, and of a mutant of the shipped classes, is short, names who acts and what in
     * each line, and ends with the action that breaks the property. Kills: shrinking that is off or stuck, a schedule
     * without actors, a sample without its schedule.
     */
    @ParameterizedTest
    @CsvSource({
        "ModelInvariantProperties, faultAIsFoundOut, jqwik/ModelInvariants/seed-A, Deregister",
        "ModelInvariantProperties, faultBIsFoundOut, jqwik/ModelInvariants/seed-B, Interrupt|CheckInterrupts|Deregister|RequestShutdown",
        "ShippedStepsProperties, startsThatDoNotCountAreFoundOut, jqwik/ShippedSteps/M54, StartWorker"
    })
    void counterexample_whenShrunk_thenAShortSchedule(String container, String property, String check, String breaks)
            throws Exception {
        List<String> actions = scheduleOf(container, property, check);
        assertTrue(actions.size() <= MOST_ACTIONS, () -> String.join(System.lineSeparator(), actions));
        actions.forEach(line -> assertTrue(ACTION.matcher(line).matches(), line));
        String last = actions.get(actions.size() - 1);
        assertTrue(Pattern.compile(" (" + breaks + ")\\b").matcher(last).find(), last);
    }

    /** The same seed gives the same schedule. Kills: a seed that is reported and is not that of the sample. */
    @Test
    void counterexample_whenItsSeedIsGiven_thenTheSame() throws Exception {
        String seed = "latchwork.properties.seed";
        System.setProperty(seed, "4711");
        try {
            List<String> first =
                    scheduleOf("ModelInvariantProperties", "faultAIsFoundOut", "jqwik/ModelInvariants/seed-A");
            assertEquals(
                    first, scheduleOf("ModelInvariantProperties", "faultAIsFoundOut", "jqwik/ModelInvariants/seed-A"));
        } finally {
            System.clearProperty(seed);
        }
    }

    /** The lines of the schedule in the verdict's words, without the first, which is the start. */
    private List<String> scheduleOf(String container, String property, String check) throws Exception {
        Class<?> type = Class.forName(getClass().getPackageName() + "." + container);
        String before = System.setProperty("latchwork.report.dir", report.toString());
        try {
            EngineTestKit.engine("jqwik")
                    .selectors(selectMethod(type, methodOf(type, property)))
                    .execute();
        } finally {
            System.setProperty("latchwork.report.dir", before);
        }
        VerdictFolder verdicts = VerdictFolder.within(report);
        return verdicts.read(verdicts.file(check))
                .detail()
                .lines()
                .filter(line -> line.matches(" *\\d+  .*"))
                .skip(1)
                .toList();
    }

    private static Method methodOf(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.getName().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
