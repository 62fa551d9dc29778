package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * All TLC models; for the harness {@code tlc} the manifest is the catalogue. Immutable.
 *
 * @param models in the manifest's order
 * @param distributed the checks of TLC on several JVMs, which are about the run and not about one model; may be absent
 */
public record TlcManifest(
        @JsonProperty(required = true) List<TlcModel> models,
        @JsonSetter(nulls = Nulls.AS_EMPTY) List<Check> distributed) {
    /** The manifest, relative to the project's root. */
    public static final Path PATH = Path.of("tla", "src", "main", "tla", "manifest.json");

    /**
     * Copies the lists.
     *
     * @throws IllegalArgumentException if a check is not one of TLC
     */
    public TlcManifest {
        models = List.copyOf(models);
        distributed = List.copyOf(distributed);
        for (Check check : distributed) {
            if (check.harness() != Harness.TLC) {
                throw new IllegalArgumentException(
                        "check '" + check.id() + "' belongs to the harness " + check.harness() + ", not to tlc");
            }
        }
    }

    /** Whether the project at {@code root} has a manifest. */
    public static boolean existsBelow(Path root) {
        return Files.exists(root.resolve(PATH));
    }

    /**
     * The manifest of the project at {@code root}.
     *
     * @throws CatalogueException if it is malformed
     * @throws UncheckedIOException if it cannot be read
     */
    public static TlcManifest readBelow(Path root) {
        try {
            return parse(Files.readString(root.resolve(PATH)));
        } catch (IOException e) {
            throw new UncheckedIOException("the TLC manifest " + PATH + " cannot be read", e);
        }
    }

    static TlcManifest parse(String json) {
        try {
            return Json.reader().readValue(json, TlcManifest.class);
        } catch (JsonProcessingException e) {
            throw CatalogueFiles.malformed("TLC manifest", e);
        }
    }

    /** The checks of all models, then those of TLC on several JVMs. */
    List<Check> checks() {
        return Stream.concat(models.stream().flatMap(TlcModel::checks), distributed.stream())
                .toList();
    }
}
