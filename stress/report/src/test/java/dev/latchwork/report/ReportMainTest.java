package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program in a JVM of its own, as the build runs it, on a project in which nothing ran. */
class ReportMainTest {
    private record Ended(int status, List<String> lines) {
        String last() {
            return lines.get(lines.size() - 1);
        }
    }

    @TempDir
    private Path root;

    /** Status 1 when the gate is shut. Kills: a program that prints its findings and exits as if there were none. */
    @Test
    void main_whenNothingRan_thenStatusOneAndReport() throws Exception {
        Path report = root.resolve("target").resolve("report");

        Ended ended = run("-Dlatchwork.root=" + root, "-Dlatchwork.report.dir=" + report);

        assertEquals(1, ended.status(), ended.lines().toString());
        assertTrue(ended.last().startsWith("gate: FAILED, "), ended.lines().toString());
        assertTrue(ended.lines().contains("report target/report/index.html, data target/report/verification.json"));
        assertTrue(Files.exists(report.resolve("index.html")) && Files.exists(report.resolve("verification.json")));
    }

    /** Status 2 when there can be no report. Kills: a build that takes the lack of a report for a good one. */
    @Test
    void main_whenNoReportFolderNamed_thenStatusTwo() throws Exception {
        Ended ended = run("-Dlatchwork.root=" + root);

        assertEquals(2, ended.status());
        assertEquals(
                List.of("gate: FAILED, there is no report: the system property latchwork.report.dir is not set"),
                ended.lines());
    }

    /** Status 2 when the catalogue is malformed. Kills: a broken manifest that is read as an empty one. */
    @Test
    void main_whenManifestMalformed_thenStatusTwo() throws Exception {
        Path manifest = root.resolve(Path.of("tla", "src", "main", "tla", "manifest.json"));
        Files.createDirectories(manifest.getParent());
        Files.writeString(manifest, "{\"models\": [{}]}");

        Ended ended = run("-Dlatchwork.root=" + root, "-Dlatchwork.report.dir=" + root.resolve("report"));

        assertEquals(2, ended.status());
        assertTrue(ended.last().startsWith("gate: FAILED, there is no report: TLC manifest line 1: "), ended.last());
    }

    private static Ended run(String... properties) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Dlatchwork.build=" + Project.BUILD);
        command.addAll(List.of(properties));
        command.addAll(List.of("-classpath", System.getProperty("java.class.path"), ReportMain.class.getName()));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        try {
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertTrue(process.waitFor(30, TimeUnit.SECONDS), "the program does not end");
            return new Ended(process.exitValue(), printed.lines().toList());
        } finally {
            process.destroyForcibly();
        }
    }
}
