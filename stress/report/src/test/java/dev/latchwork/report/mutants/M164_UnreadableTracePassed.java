package dev.latchwork.report.mutants;

import java.util.List;
import java.util.function.Predicate;

/** A gate that takes a trace that cannot be read for one that there is no room for. */
public final class M164_UnreadableTracePassed {
    private M164_UnreadableTracePassed() {}

    /** Those of the gate's findings that it would still have, by what they are about. */
    public static List<String> of(List<String> about) {
        return about.stream()
                .filter(Predicate.not(name -> name.startsWith("traces/")))
                .toList();
    }
}
