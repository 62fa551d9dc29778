package dev.latchwork.tla.proof;

import java.util.List;
import java.util.stream.Stream;

/** Systems in which one guard is never true, or always. Stateless. */
final class GuardChanges {
    private GuardChanges() {}

    /** One guard that is wrong. */
    record GuardChange(String word, boolean value) {
        String name() {
            return word + (value ? " always" : " never");
        }

        TransitionSystem apply(Terms t, TransitionSystem system) {
            return system.changing(
                    word, right -> right.withGuard((before, given) -> value ? t.always() : t.not(t.always())));
        }
    }

    /** Each action of the system, never; and always, except those whose guard says nothing that can be compared. */
    static Stream<GuardChange> of(ProofCase proved, List<String> notAlways) {
        List<String> words;
        try (Terms t = new Terms()) {
            words = proved.system().apply(t).actions().stream()
                    .map(SymbolicAction::name)
                    .toList();
        }
        return Stream.concat(
                words.stream().map(word -> new GuardChange(word, false)),
                words.stream().filter(word -> !notAlways.contains(word)).map(word -> new GuardChange(word, true)));
    }
}
