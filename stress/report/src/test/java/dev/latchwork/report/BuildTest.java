package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build must be like for the report to speak of everything, whatever is red. */
class BuildTest {
    private static final Path ROOT = Path.of(System.getProperty("latchwork.root"));
    private static final Pattern OWN_DEPENDENCY =
            Pattern.compile("<dependency>\\s*<groupId>dev.latchwork</groupId>\\s*<artifactId>([^<]*)</artifactId>");

    /**
     * Every module that has an integration test runs integration tests. Kills: a test that nobody runs, after its name or its
     * module's build was changed.
     */
    @Test
    void modules_whenTheyHaveIntegrationTests_thenRunThem() throws IOException {
        List<Path> modules = modulesWithIntegrationTests();
        assertFalse(modules.isEmpty(), "no integration test below " + ROOT);
        assertEquals(
                List.of(),
                modules.stream()
                        .filter(module -> !read(module.resolve("pom.xml")).contains("maven-failsafe-plugin"))
                        .toList());
    }

    /**
     * The report depends on no harness: a module that depends on a red one is skipped, and a red build needs its report most.
     * Kills: a report that is missing whenever something is wrong.
     */
    @Test
    void report_always_thenDependsOnNoHarness() {
        assertEquals(
                List.of("latchwork-verification"),
                OWN_DEPENDENCY
                        .matcher(read(ROOT.resolve(Path.of("stress", "report", "pom.xml"))))
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static List<Path> modulesWithIntegrationTests() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT, 3)) {
            return files.filter(file -> file.endsWith("pom.xml"))
                    .map(Path::getParent)
                    .filter(BuildTest::hasIntegrationTests)
                    .toList();
        }
    }

    private static boolean hasIntegrationTests(Path module) {
        Path tests = module.resolve(Path.of("src", "test", "java"));
        if (!Files.isDirectory(tests)) {
            return false;
        }
        try (Stream<Path> files = Files.walk(tests)) {
            return files.anyMatch(file -> file.toString().endsWith("IT.java"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
