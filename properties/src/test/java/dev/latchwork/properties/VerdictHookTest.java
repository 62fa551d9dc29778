package dev.latchwork.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.latchwork.verification.Verdict;
import dev.latchwork.verification.VerdictFolder;
import java.nio.file.Path;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * What becomes of a property's result, on properties made for it that stand in for a reference and for a mutant. Where a
 * verdict could be had too cheaply, no mutant of the product would show it.
 */
class VerdictHookTest {
    private static final String REFERENCE = "jqwik/IdleWorkerSet/reference";
    private static final String MUTANT = "jqwik/IdleWorkerSet/M30";

    @TempDir
    Path report;

    /** A property that holds as expected is held, and green. */
    @Test
    void aroundProperty_whenHolds_thenHeld() throws Exception {
        assertEquals("held, green", run(Holds.class, REFERENCE));
    }

    /** A reference that is violated is violated, and red. Kills: a hook that makes every result green. */
    @Test
    void aroundProperty_whenReferenceViolated_thenRed() throws Exception {
        assertEquals("violated, red", run(IsViolated.class, REFERENCE));
    }

    /** A mutant that is found out is violated, and green. */
    @Test
    void aroundProperty_whenMutantViolated_thenGreen() throws Exception {
        assertEquals("violated, green", run(MutantIsViolated.class, MUTANT));
    }

    /** A kill is made three times, with three seeds. Kills: one kill by luck that is taken for three. */
    @Test
    void aroundProperty_whenMutantViolated_thenRepeated() throws Exception {
        run(MutantIsViolated.class, MUTANT);
        VerdictFolder verdicts = VerdictFolder.within(report);
        Verdict verdict = verdicts.read(verdicts.file(MUTANT));
        assertEquals(3, verdict.effort().repeats());
        assertEquals(3, verdict.violatedRuns());
    }

    /** A kill that the second and third run do not see again is one of three. Kills: a repeat that counts itself. */
    @Test
    void aroundProperty_whenViolatedOnce_thenOneOfThree() throws Exception {
        ViolatedOnce.violate = true;
        run(ViolatedOnce.class, MUTANT);
        VerdictFolder verdicts = VerdictFolder.within(report);
        Verdict verdict = verdicts.read(verdicts.file(MUTANT));
        assertEquals(3, verdict.effort().repeats());
        assertEquals(1, verdict.violatedRuns());
    }

    /** A mutant that survives is held, and red. Kills: a hook that expects nothing. */
    @Test
    void aroundProperty_whenMutantSurvives_thenRed() throws Exception {
        assertEquals("held, red", run(MutantSurvives.class, MUTANT));
    }

    /** A mutant's test that breaks has killed nothing. Kills: a hook that takes any exception for a violation. */
    @Test
    void aroundProperty_whenMutantsTestBreaks_thenRed() throws Exception {
        assertEquals("broken, red", run(MutantsTestBreaks.class, MUTANT));
    }

    /** A property that has not seen what it should have seen has not held. Kills: a hook inside that of statistics. */
    @Test
    void aroundProperty_whenFloorMissed_thenRed() throws Exception {
        assertEquals("broken, red", run(MissesFloor.class, REFERENCE));
    }

    private String run(Class<?> container, String check) throws Exception {
        String before = System.setProperty("latchwork.report.dir", report.toString());
        long green;
        try {
            green = EngineTestKit.engine("jqwik")
                    .selectors(selectClass(container))
                    .execute()
                    .testEvents()
                    .succeeded()
                    .count();
        } finally {
            System.setProperty("latchwork.report.dir", before);
        }
        VerdictFolder verdicts = VerdictFolder.within(report);
        return verdicts.read(verdicts.file(check)).outcome() + (green == 1 ? ", green" : ", red");
    }

    /** Holds, on a reference. */
    static final class Holds {
        @Property
        @Judges(value = REFERENCE, budget = Budget.IDLE_SET, unit = "operations")
        void holds(@ForAll int sample) {
            Violation.unlessEqual(sample, sample, "sample");
        }
    }

    /** Is violated, on a reference. */
    static final class IsViolated {
        @Property
        @Judges(value = REFERENCE, budget = Budget.IDLE_SET, unit = "operations")
        void isViolated(@ForAll int sample) {
            Violation.unlessEqual(0, sample, "sample");
        }
    }

    /** Is violated, on a mutant. */
    static final class MutantIsViolated {
        @Property
        @Judges(value = MUTANT, budget = Budget.IDLE_SET, unit = "operations")
        void isViolated(@ForAll int sample) {
            Violation.unlessEqual(0, sample, "sample");
        }
    }

    /** Is violated in its first try, and never again. */
    static final class ViolatedOnce {
        private static boolean violate;

        @Property(shrinking = ShrinkingMode.OFF)
        @Judges(value = MUTANT, budget = Budget.IDLE_SET, unit = "operations")
        void isViolatedOnce(@ForAll int sample) {
            if (violate) {
                violate = false;
                Violation.unlessEqual(0, 1, "sample " + sample);
            }
        }
    }

    /** Holds, on a mutant. */
    static final class MutantSurvives {
        @Property
        @Judges(value = MUTANT, budget = Budget.IDLE_SET, unit = "operations")
        void holds(@ForAll int sample) {
            Violation.unlessEqual(sample, sample, "sample");
        }
    }

    /** Breaks, on a mutant. */
    static final class MutantsTestBreaks {
        @Property
        @Judges(value = MUTANT, budget = Budget.IDLE_SET, unit = "operations")
        void breaks(@ForAll int sample) {
            if (sample != 0) {
                throw new AssertionError("no violation, but an error of the test");
            }
        }
    }

    /** Holds, on a reference, without having seen what it should. */
    static final class MissesFloor {
        @Property
        @Judges(value = REFERENCE, budget = Budget.IDLE_SET, unit = "operations")
        void holds(@ForAll int sample) {
            Floor.atLeast(99, "even", sample % 2 == 0);
        }
    }
}
