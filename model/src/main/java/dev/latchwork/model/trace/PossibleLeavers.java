package dev.latchwork.model.trace;

import dev.latchwork.model.trace.ReplayState.Leaver;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The workers without a slot that have not ended, as far as events tell. A slot is taken again before the worker that had it
 * has ended, so several may have had one slot; an event names the slot, and not which of them takes the step. So this keeps
 * every assignment of the steps to leavers that the events allow, mostly one, and a step is refused only if none allows it.
 * Mutable, confined to its thread.
 */
final class PossibleLeavers {
    private static final Comparator<Leaver> ORDER =
            Comparator.comparingInt(Leaver::slot).thenComparingInt(Leaver::owes);

    /** In each, the leavers in order, so that equal ones are equal as lists. */
    private Set<List<Leaver>> possible = new LinkedHashSet<>(Set.of(List.of()));

    PossibleLeavers() {}

    private PossibleLeavers(PossibleLeavers other) {
        possible = new LinkedHashSet<>(other.possible);
    }

    PossibleLeavers copy() {
        return new PossibleLeavers(this);
    }

    /** How many: in each assignment the same number. */
    int size() {
        return any().size();
    }

    /** The leavers of one of the assignments. */
    List<Leaver> any() {
        return possible.iterator().next();
    }

    /** All assignments. */
    Set<List<Leaver>> all() {
        return possible;
    }

    void add(Leaver leaver) {
        Set<List<Leaver>> next = new LinkedHashSet<>();
        for (List<Leaver> leavers : possible) {
            next.add(with(leavers, leaver));
        }
        possible = next;
    }

    /** One that had the slot sets the latch that it owes next, the lowest; or, if none can, why. */
    String handOver(int slot, int worker) {
        Set<List<Leaver>> next = new LinkedHashSet<>();
        for (List<Leaver> leavers : possible) {
            for (Leaver leaver : new LinkedHashSet<>(leavers)) {
                if (leaver.slot() == slot && leaver.owes() != 0 && lowest(leaver) == worker) {
                    Leaver after = new Leaver(slot, leaver.owes() & (leaver.owes() - 1));
                    next.add(with(without(leavers, leaver), after));
                }
            }
        }
        if (next.isEmpty()) {
            return any().stream()
                    .filter(leaver -> leaver.slot() == slot && leaver.owes() != 0)
                    .findFirst()
                    .map(leaver -> "the worker that had slot " + slot + " owes the latch of worker " + lowest(leaver)
                            + ", recorded: " + worker)
                    .orElse("nobody who had slot " + slot + " owes a latch");
        }
        possible = next;
        return null;
    }

    /** Whether one that had the slot may have set every latch that it owed. */
    boolean canEnd(int slot) {
        return possible.stream().anyMatch(leavers -> leavers.contains(new Leaver(slot, 0)));
    }

    /** One that had the slot ends; it must be able to. */
    void end(int slot) {
        Leaver ended = new Leaver(slot, 0);
        Set<List<Leaver>> next = new LinkedHashSet<>();
        for (List<Leaver> leavers : possible) {
            if (leavers.contains(ended)) {
                next.add(without(leavers, ended));
            }
        }
        possible = next;
    }

    private static int lowest(Leaver leaver) {
        return Integer.numberOfTrailingZeros(leaver.owes());
    }

    private static List<Leaver> with(List<Leaver> leavers, Leaver another) {
        List<Leaver> more = new ArrayList<>(leavers);
        more.add(another);
        more.sort(ORDER);
        return List.copyOf(more);
    }

    private static List<Leaver> without(List<Leaver> leavers, Leaver one) {
        List<Leaver> fewer = new ArrayList<>(leavers);
        fewer.remove(one);
        return fewer;
    }
}
