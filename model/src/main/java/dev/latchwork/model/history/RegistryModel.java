package dev.latchwork.model.history;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the registry of the workers does when one operation happens after another: who registers has the lowest free slot,
 * and who has a slot can be asked once to exit. It is told what happened and says whether it may. Immutable.
 */
public final class RegistryModel {
    /** By slot that is taken: whether its worker has been asked to exit. */
    private final Map<Integer, Boolean> asked;

    private RegistryModel(Map<Integer, Boolean> asked) {
        this.asked = asked;
    }

    /** Every slot is free. */
    public static RegistryModel empty() {
        return new RegistryModel(Map.of());
    }

    /** A worker registers and has this slot, as it is said. */
    public Optional<RegistryModel> register(int slot) {
        int lowestFree = 0;
        while (asked.containsKey(lowestFree)) {
            lowestFree++;
        }
        return slot == lowestFree ? Optional.of(with(slot, false)) : Optional.empty();
    }

    /** The worker in this slot leaves, which only one that was asked does. */
    public Optional<RegistryModel> release(int slot) {
        if (!asked.getOrDefault(slot, false)) {
            return Optional.empty();
        }
        Map<Integer, Boolean> after = new TreeMap<>(asked);
        after.remove(slot);
        return Optional.of(new RegistryModel(after));
    }

    /** The worker in this slot does not leave, which only one that was not asked does. */
    public Optional<RegistryModel> stay(int slot) {
        return asked.getOrDefault(slot, true) ? Optional.empty() : Optional.of(this);
    }

    /** Whoever is in this slot is asked to exit, and is the first time that it is, as it is said. */
    public Optional<RegistryModel> ask(int slot, boolean first) {
        if (first == asked.getOrDefault(slot, true)) {
            return Optional.empty();
        }
        return Optional.of(first ? with(slot, true) : this);
    }

    private RegistryModel with(int slot, boolean isAsked) {
        Map<Integer, Boolean> after = new TreeMap<>(asked);
        after.put(slot, isAsked);
        return new RegistryModel(after);
    }
}
