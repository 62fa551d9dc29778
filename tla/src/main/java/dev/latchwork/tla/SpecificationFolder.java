package dev.latchwork.tla;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folder that holds the modules, and the configurations in its folder {@code models}. Immutable.
 *
 * @param path absolute
 */
public record SpecificationFolder(Path path) {
    private static final String SUFFIX = ".cfg";

    /** Makes the path absolute, since TLC runs in this folder and not in the caller's. */
    public SpecificationFolder {
        path = path.toAbsolutePath().normalize();
    }

    /** The project's specification, below its root. */
    public static SpecificationFolder below(Path root) {
        return new SpecificationFolder(root.resolve(Path.of("tla", "src", "main", "tla")));
    }

    /** The configuration {@code cfg} as TLC names it: relative to this folder, without its ending. */
    public String configuration(String cfg) {
        return "models/" + cfg;
    }

    /** The text of the configuration {@code cfg}. */
    public String readConfiguration(String cfg) throws IOException {
        return Files.readString(path.resolve(configuration(cfg) + SUFFIX));
    }

    /** The text of the module {@code module}. */
    public String readModule(String module) throws IOException {
        return Files.readString(path.resolve(module + ".tla"));
    }

    /** The names of all configurations, sorted, without their ending. */
    public List<String> configurations() throws IOException {
        try (Stream<Path> files = Files.list(path.resolve("models"))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(SUFFIX))
                    .map(name -> name.substring(0, name.length() - SUFFIX.length()))
                    .sorted()
                    .toList();
        }
    }
}
