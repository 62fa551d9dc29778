package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import dev.latchwork.verification.Outcome;
import dev.latchwork.verification.Verdict;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the proof by induction says: beyond the bounds of every other check, and about the specification only. Stateless. */
final class ProofSection {
    private static final Template SECTION = Template.of("""
            <p>By induction over bit vectors, for every number of submitters and up to 32 workers: {{held}}. Each step of the
            specification keeps them; that the formulas are the specification's is checked against the model, state by state.
            {{refuted}}</p>
            <details><summary>which, and by what work</summary><ul>
            {{items}}
            </ul></details>
            """);

    private static final Template ITEM =
            Template.of("<li class=\"{{tone}}\">{{property}} ({{subject}}): {{outcome}}, {{effort}}</li>");

    private static final Html NONE = Html.trusted("<p>The proof is not part of this build.</p>");

    private ProofSection() {}

    static Html of(List<Verdict> verdicts) {
        List<Verdict> proof = verdicts.stream()
                .filter(verdict -> verdict.harness() == Harness.PROOF && verdict.outcome() != Outcome.NOT_RUN)
                .toList();
        if (proof.isEmpty()) {
            return NONE;
        }
        Map<Boolean, List<Verdict>> byExpectation =
                proof.stream().collect(Collectors.partitioningBy(verdict -> verdict.expected() == Outcome.HELD));
        long held = byExpectation.get(true).stream().filter(Verdict::ok).count();
        long refuted = byExpectation.get(false).stream().filter(Verdict::ok).count();
        return SECTION.fill(Map.of(
                "held",
                Html.text(held + " of " + byExpectation.get(true).size() + " properties hold"),
                "refuted",
                Html.text("Of " + byExpectation.get(false).size() + " mutants and faults it refutes " + refuted + "."),
                "items",
                Html.lines(
                        byExpectation.get(true).stream().map(ProofSection::item).toList())));
    }

    private static Html item(Verdict verdict) {
        return ITEM.fill(Map.of(
                "tone", Html.text(verdict.ok() ? "good" : "bad"),
                "property", Html.text(verdict.property()),
                "subject", Html.text(verdict.subject()),
                "outcome", Html.text(verdict.outcome().word()),
                "effort",
                        Html.text(
                                verdict.effort().entries().isEmpty()
                                        ? "no effort"
                                        : verdict.effort().work())));
    }
}
