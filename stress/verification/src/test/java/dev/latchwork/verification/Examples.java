package dev.latchwork.verification;

import java.util.List;

/** Entries that tests vary. */
final class Examples {
    private Examples() {}

    static Check check(String id, String subject, Harness harness, Outcome expected) {
        return new Check(id, "nothing is lost", subject, harness, expected, Phase.TEST, "mvn -pl example test");
    }

    static Check held() {
        return check("jqwik/Example/reference", "reference", Harness.JQWIK, Outcome.HELD);
    }

    static Mutant mutant(String id, Harness... killers) {
        return new Mutant(id, Area.RING, "The ring forgets.", false, List.of(killers));
    }
}
