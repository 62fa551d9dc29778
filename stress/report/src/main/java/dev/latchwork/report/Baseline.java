package dev.latchwork.report;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The findings of this build beside those of an earlier one, which left its {@code verification.json}. A finding is the same
 * if it has the same reason and is about the same thing. Immutable.
 *
 * @param file the earlier document, as it was named
 * @param fresh findings that the earlier build had not
 * @param resolved findings that only the earlier build had, each in words
 * @param ongoing findings of both
 */
record Baseline(String file, List<Finding> fresh, List<String> resolved, List<Finding> ongoing) {

    Baseline {
        fresh = List.copyOf(fresh);
        resolved = List.copyOf(resolved);
        ongoing = List.copyOf(ongoing);
    }

    /**
     * Compares with the document in {@code file}.
     *
     * @throws IOException if it cannot be read, or is no such document
     */
    static Baseline compare(Path file, List<Finding> findings) throws IOException {
        JsonNode document = Json.reader().readTree(Files.readString(file));
        if (!document.path("findings").isArray()) {
            throw new IOException(file + " is no verification.json: it has no findings");
        }
        Map<String, String> before = new LinkedHashMap<>();
        document.get("findings")
                .forEach(finding -> before.put(
                        key(
                                finding.path("reason").asText(),
                                finding.path("about").asText()),
                        finding.path("message").asText()));
        List<Finding> ongoing = findings.stream()
                .filter(finding -> before.containsKey(key(finding)))
                .toList();
        List<Finding> fresh = findings.stream()
                .filter(finding -> !before.containsKey(key(finding)))
                .toList();
        findings.forEach(finding -> before.remove(key(finding)));
        return new Baseline(file.toString(), fresh, List.copyOf(before.values()), ongoing);
    }

    private static String key(Finding finding) {
        return key(finding.reason().words(), finding.about());
    }

    private static String key(String reason, String about) {
        return reason + "\n" + about;
    }
}
