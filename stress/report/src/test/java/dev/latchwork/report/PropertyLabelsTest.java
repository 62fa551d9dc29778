package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyLabelsTest {
    private static final Verdict SMALL =
            Verdict.notRun(Project.check("tlc/MC_small/TypeOK", "TypeOK", "reference", Outcome.HELD));
    private static final Verdict LARGE =
            Verdict.notRun(Project.check("tlc/MC_large/TypeOK", "TypeOK", "reference", Outcome.HELD));
    private static final Verdict SEED =
            Verdict.notRun(Project.check("tlc/MC_seed/TypeOK", "TypeOK", "seed-A", Outcome.HELD));

    /** A property that tells a verdict apart stands alone. Kills: a column full of ids. */
    @Test
    void of_whenPropertiesTellApart_thenProperty() {
        assertEquals("TypeOK", new PropertyLabels(List.of(SMALL, SEED)).of(SMALL));
    }

    /** Two checks of one property are told apart. Kills: lines that read the same and mean two checks. */
    @Test
    void of_whenPropertyJudgedTwice_thenWithTheModel() {
        PropertyLabels labels = new PropertyLabels(List.of(SMALL, LARGE, SEED));
        assertEquals(
                List.of("TypeOK (MC_small)", "TypeOK (MC_large)", "TypeOK (MC_seed)"),
                List.of(labels.of(SMALL), labels.of(LARGE), labels.of(SEED)));
    }
}
