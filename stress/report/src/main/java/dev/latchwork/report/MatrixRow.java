package dev.latchwork.report;

import dev.latchwork.verification.Area;
import dev.latchwork.verification.Harness;
import java.util.SortedMap;

/**
 * What all harnesses did to one mutant. Immutable.
 *
 * @param mutant the mutant's id
 * @param area what the mistake is made in
 * @param title the mistake, in one sentence
 * @param equivalent whether no check can tell the mutant from the reference
 * @param cells one for each harness that has a check on the mutant or is expected to kill it, in report order
 */
record MatrixRow(String mutant, Area area, String title, boolean equivalent, SortedMap<Harness, MatrixCell> cells) {
    /** Whether some harness killed the mutant. */
    boolean killed() {
        return killers() > 0;
    }

    /** How many harnesses killed the mutant. */
    long killers() {
        return cells.values().stream().filter(cell -> cell.killed() > 0).count();
    }
}
