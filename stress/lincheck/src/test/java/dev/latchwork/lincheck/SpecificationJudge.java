package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.Entry;
import dev.latchwork.lincheck.History.LongestOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Judges by a class that has a method for each operation, as Lincheck's own verifier does: a state is what was called so
 * far, since an object cannot be taken back.
 *
 * @param specification has a public constructor without parameters
 */
record SpecificationJudge(Class<?> specification) implements Judge {
    @Override
    public boolean accepts(History history) {
        return history.isLinearizable(List.<Entry>of(), this::next);
    }

    @Override
    public LongestOrder explain(History history) {
        return history.longestOrder(List.<Entry>of(), this::next);
    }

    private Optional<List<Entry>> next(List<Entry> called, Entry entry) {
        try {
            Object model = specification.getConstructor().newInstance();
            for (Entry earlier : called) {
                call(model, earlier);
            }
            if (!Objects.equals(call(model, entry), entry.result())) {
                return Optional.empty();
            }
            List<Entry> longer = new ArrayList<>(called);
            longer.add(entry);
            return Optional.of(longer);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(specification + " cannot be asked for " + entry.call(), e);
        }
    }

    private Object call(Object model, Entry entry) throws ReflectiveOperationException {
        return Arrays.stream(specification.getMethods())
                .filter(method -> method.getName().equals(entry.call().operation()))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(entry.call().operation()))
                .invoke(model, entry.call().arguments().toArray());
    }
}
