package dev.latchwork.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of what was reached: one file for each kind of coverage, which becomes a field of {@code coverage} in
 * {@code verification.json}.
 *
 * @param path the folder; created when first written to
 */
public record CoverageFolder(Path path) {
    private static final String SUFFIX = ".json";

    /** The folder of coverage within the report's folder. */
    public static CoverageFolder within(Path reportFolder) {
        return new CoverageFolder(reportFolder.resolve("coverage"));
    }

    /**
     * Writes what was reached, instead of what was there under this name.
     *
     * @param kind such as {@code runs}
     * @param reached numbers, texts, and lists and maps of them
     */
    public void write(String kind, Map<String, Object> reached) throws IOException {
        Files.createDirectories(path);
        Files.write(
                path.resolve(kind + SUFFIX),
                (Json.writer().writeValueAsString(reached) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Everything that was written, by its kind; empty without the folder.
     *
     * @throws IOException if a file cannot be read, or is none
     */
    public Map<String, Object> read() throws IOException {
        Map<String, Object> all = new TreeMap<>();
        if (Files.notExists(path)) {
            return all;
        }
        try (Stream<Path> files = Files.list(path)) {
            List<Path> written = files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
            for (Path file : written) {
                String name = file.getFileName().toString();
                all.put(name.substring(0, name.length() - SUFFIX.length()), parse(file));
            }
        }
        return all;
    }

    private static Map<String, Object> parse(Path file) throws IOException {
        try {
            return Json.reader().readValue(Files.readString(file), new TypeReference<Map<String, Object>>() {});
        } catch (JsonProcessingException e) {
            throw new IOException(file.getFileName() + ": " + Json.complaint(e), e);
        }
    }
}
