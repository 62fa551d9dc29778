package dev.latchwork.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.latchwork.aio.worker.SubmissionQueue;
import dev.latchwork.mutants.M06_TailStaysAtWrap;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Runs the checks of the catalogue's canaries, which are wrong on purpose, as the others are run. Each must fail here; its
 * verdict goes to the report like any other, whose gate must shut for it, or the report says that the gate is broken. The
 * fourth canary is a check that no test runs.
 */
class CanaryTest {
    /** A mutant that is marked to survive, and is killed, is red. Kills: a harness or a gate that expects nothing. */
    @Test
    void property_whenMutantMarkedToSurviveIsKilled_thenRed() {
        assertRed(MarkedToSurvive.class);
    }

    /** The reference, marked as a mutant, survives, and is red. Kills: a harness that finds fault with everything. */
    @Test
    void property_whenReferenceMarkedToBeKilledHolds_thenRed() {
        assertRed(MarkedToBeKilled.class);
    }

    /** A kill for which nothing was tried is red. Kills: a verdict that is taken at its word. */
    @Test
    void finish_whenNothingTried_thenRed() {
        CheckRun run = CheckRun.start("jqwik/Canary/ran-nothing");
        assertThrows(AssertionError.class, () -> run.finish(Outcome.VIOLATED, Effort.of("tries", 0)));
    }

    private static void assertRed(Class<?> container) {
        assertEquals(
                1,
                EngineTestKit.engine("jqwik")
                        .selectors(selectClass(container))
                        .execute()
                        .testEvents()
                        .failed()
                        .count());
    }

    /** M06, of which the catalogue says here that nobody can tell it from the reference. */
    static final class MarkedToSurvive {
        @Property
        @Judges(value = "jqwik/Canary/marked-to-survive", budget = Budget.SUBMISSION_QUEUE, unit = "operations")
        void queueWhoseTailStaysAtTheWrap(@ForAll(supplier = QueueScript.Supplier.class) QueueScript script) {
            SubmissionQueueProperties.judge(M06_TailStaysAtWrap::new, script);
        }
    }

    /** What is shipped, of which the catalogue says here that it is a mutant. */
    static final class MarkedToBeKilled {
        @Property
        @Judges(value = "jqwik/Canary/marked-to-be-killed", budget = Budget.SUBMISSION_QUEUE, unit = "operations")
        void shippedQueue(@ForAll(supplier = QueueScript.Supplier.class) QueueScript script) {
            SubmissionQueueProperties.judge(SubmissionQueue::new, script);
        }
    }
}
