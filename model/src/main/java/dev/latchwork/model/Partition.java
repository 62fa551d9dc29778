package dev.latchwork.model;

import java.util.List;

/** Tells new states from known ones among those whose hash chose it: the second part of the work. Confined to one thread at a time. */
final class Partition implements StateTable.Match {
    private final StateStore store;
    private final StateTable table;
    private final int index;
    private final Candidates fresh;
    private int known;
    private long[] wanted;
    private int wantedFrom;

    /** @param index which of the graph's partitions this is */
    Partition(StateGraph graph, int index) {
        StateLayout layout = graph.protocol().initial().layout();
        this.store = graph.store();
        this.table = graph.table(index);
        this.index = index;
        this.fresh = new Candidates(layout.words);
        this.wanted = fresh.data();
    }

    /** Finds out which candidates of the first {@code count} slices are new, and marks them; their numbers are provisional. */
    void insert(List<Slice> slices, int count) {
        fresh.clear();
        known = store.size();
        int most = 0;
        for (int i = 0; i < count; i++) {
            most += slices.get(i).candidates(index).size();
        }
        table.ensureRoom(most);
        for (int i = 0; i < count; i++) {
            insert(slices.get(i).candidates(index));
        }
    }

    private void insert(Candidates candidates) {
        wanted = candidates.data();
        for (int i = 0; i < candidates.size(); i++) {
            wantedFrom = candidates.offset(i);
            int hash = candidates.hash(i);
            int slot = table.slotOf(hash, this);
            if (table.numberAt(slot) < 0) {
                table.put(slot, hash, known + fresh.size());
                candidates.markFresh(i, slot);
                fresh.add(wanted, wantedFrom, candidates.parent(i), hash);
            }
        }
    }

    @Override
    public boolean isNumber(int number) {
        return number < known
                ? store.holds(number, wanted, wantedFrom)
                : fresh.holds(number - known, wanted, wantedFrom);
    }
}
