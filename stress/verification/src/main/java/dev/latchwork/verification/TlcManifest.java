package dev.latchwork.verification;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * All TLC models; for the harness {@code tlc} the manifest is the catalogue. Immutable.
 *
 * @param models in the manifest's order
 */
public record TlcManifest(@JsonProperty(required = true) List<TlcModel> models) {
    /** The manifest, relative to the project's root. */
    public static final Path PATH = Path.of("tla", "src", "main", "tla", "manifest.json");

    /** Copies the list. */
    public TlcManifest {
        models = List.copyOf(models);
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

    /** The checks of all models. */
    List<Check> checks() {
        return models.stream().flatMap(TlcModel::checks).toList();
    }
}
