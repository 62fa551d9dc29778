package dev.latchwork.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads the catalogue's resources: {@code checks/<harness>.json}, {@code mutants.json} and {@code canaries.json}.
 * Stateless.
 */
final class CatalogueFiles {
    static final String MUTANTS = "mutants.json";
    static final String CANARIES = "canaries.json";

    private CatalogueFiles() {}

    /** The name of the harness's file of checks. TLC has none: its manifest is its catalogue. */
    static String checksOf(Harness harness) {
        return "checks/" + harness.word() + ".json";
    }

    /** All checks that stand in the resources; a harness without a file has none yet. */
    static List<Check> readChecks() {
        List<Check> checks = new ArrayList<>();
        for (Harness harness : Harness.values()) {
            String name = checksOf(harness);
            try (InputStream resource = CatalogueFiles.class.getResourceAsStream(name)) {
                if (resource != null) {
                    checks.addAll(parseChecks(name, harness, text(resource)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(name + " cannot be read", e);
            }
        }
        return checks;
    }

    static List<Mutant> readMutants() {
        return parseMutants(MUTANTS, required(MUTANTS));
    }

    static List<Canary> readCanaries() {
        return parse(CANARIES, required(CANARIES), new TypeReference<>() {});
    }

    private static String required(String name) {
        try (InputStream resource = CatalogueFiles.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new CatalogueException(name + " is missing");
            }
            return text(resource);
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be read", e);
        }
    }

    static List<Check> parseChecks(String name, Harness harness, String json) {
        if (harness == Harness.TLC) {
            throw new CatalogueException(name + ": the checks of TLC stand in its manifest, not here");
        }
        List<Check> checks = parse(name, json, new TypeReference<>() {});
        for (Check check : checks) {
            if (check.harness() != harness) {
                throw new CatalogueException(name + ": check '" + check.id() + "' belongs to the harness "
                        + check.harness() + ", so to " + checksOf(check.harness()));
            }
        }
        return checks;
    }

    static List<Mutant> parseMutants(String name, String json) {
        return parse(name, json, new TypeReference<>() {});
    }

    /** The error of a document that is no JSON, or not of the form that it must have. */
    static CatalogueException malformed(String name, JsonProcessingException e) {
        return new CatalogueException(name + " " + Json.complaint(e), e);
    }

    private static <T> T parse(String name, String json, TypeReference<T> type) {
        try {
            return Json.reader().readValue(json, type);
        } catch (JsonProcessingException e) {
            throw malformed(name, e);
        }
    }

    private static String text(InputStream resource) throws IOException {
        return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
}
