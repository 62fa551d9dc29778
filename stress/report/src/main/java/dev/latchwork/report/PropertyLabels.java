package dev.latchwork.report;

import dev.latchwork.verification.Verdict;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Tells the verdicts of one harness apart in a narrow column: by their properties alone, or with what their ids add
 * where several checks judge the same property of the same subject. Immutable.
 */
final class PropertyLabels {
    private final boolean propertiesSuffice;

    PropertyLabels(List<Verdict> sameHarness) {
        long told = sameHarness.stream()
                .map(verdict -> List.of(verdict.property(), verdict.subject()))
                .collect(Collectors.toSet())
                .size();
        this.propertiesSuffice = told == sameHarness.size();
    }

    String of(Verdict verdict) {
        return propertiesSuffice ? verdict.property() : verdict.property() + " (" + rest(verdict) + ")";
    }

    /** The id without the harness before it and the property after it. */
    private static String rest(Verdict verdict) {
        String id = verdict.id().substring(verdict.harness().word().length() + 1);
        String ending = "/" + verdict.property();
        return id.endsWith(ending) ? id.substring(0, id.length() - ending.length()) : id;
    }
}
