package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.Catalogue;
import dev.latchwork.verification.Check;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.TlcManifest;
import dev.latchwork.verification.Verdict;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The project's own catalogue, with a verdict as expected on each of its checks, and then with one that is not: whichever
 * check it is, and however its verdict is wrong, the gate shuts and names it. No check of the catalogue is there for show.
 */
class EveryCheckCountsIT {
    private static final Catalogue CATALOGUE = catalogue();
    private static final Effort WORK = Project.effort(1, 0.1);
    private static final Effort NO_WORK = Project.effort(0, 0.1);

    /** The other tests start here. Kills: a gate that is shut anyway, so that they would show nothing. */
    @Test
    void gate_whenEveryVerdictAsExpected_thenOpen() {
        assertEquals(List.of(), findings(asExpected()));
    }

    /** Kills: a check whose outcome nobody looks at, so a mutant that may survive and a reference that may fail. */
    @Test
    void gate_whenOneVerdictIsTheOpposite_thenShutAndNamed() {
        assertEachNamed(
                check -> verdict(check, check.expected() == Outcome.HELD ? Outcome.VIOLATED : Outcome.HELD, WORK));
    }

    /** Kills: a check that may give up. */
    @Test
    void gate_whenOneVerdictIsUnknown_thenShutAndNamed() {
        assertEachNamed(check -> verdict(check, Outcome.UNKNOWN, WORK));
    }

    /** Kills: a check that may run nothing. */
    @Test
    void gate_whenOneCheckMadeNoEffort_thenShutAndNamed() {
        assertEachNamed(check -> verdict(check, check.expected(), NO_WORK));
    }

    /** Kills: a check that may be left out. */
    @Test
    void gate_whenOneCheckDidNotRun_thenShutAndNamed() {
        assertEachNamed(Verdict::notRun);
    }

    /** How one verdict is wrong. */
    private interface Wrong {
        Verdict on(Check check);
    }

    private static void assertEachNamed(Wrong wrong) {
        Map<String, Verdict> verdicts = asExpected();
        for (Check check : CATALOGUE.checks()) {
            Verdict right = verdicts.put(check.id(), wrong.on(check));
            List<Finding> findings = findings(verdicts);
            assertTrue(
                    findings.stream().anyMatch(finding -> finding.about().equals(check.id())),
                    () -> check.id() + " is not among " + findings);
            verdicts.put(check.id(), right);
        }
    }

    private static Map<String, Verdict> asExpected() {
        Map<String, Verdict> verdicts = new LinkedHashMap<>();
        CATALOGUE.checks().forEach(check -> verdicts.put(check.id(), verdict(check, check.expected(), WORK)));
        return verdicts;
    }

    private static List<Finding> findings(Map<String, Verdict> verdicts) {
        Evidence evidence = Evidence.of(CATALOGUE, verdicts.values());
        return new Gate(evidence, new KillMatrix(evidence).rows(), true).findings();
    }

    private static Verdict verdict(Check check, Outcome outcome, Effort effort) {
        return Project.verdict(check, outcome, effort, null);
    }

    private static Catalogue catalogue() {
        Path root = Path.of(System.getProperty("latchwork.root"));
        assertTrue(TlcManifest.existsBelow(root), "the TLC manifest is missing below " + root);
        return Catalogue.load(root);
    }
}
