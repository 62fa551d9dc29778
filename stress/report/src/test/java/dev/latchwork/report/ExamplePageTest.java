package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/** The page of the patch's faults in docs/examples: the report's traces and graphs without a verdict. */
class ExamplePageTest {
    private static final Template PAGE = Template.ofResource("example.html");

    @TempDir
    private Path folder;

    /** It is one file that asks for nothing, as the report is. Kills M151. */
    @Test
    void page_whenMade_thenAsksForNothing() throws IOException {
        Examples.copyTo(folder);

        assertEquals(List.of(), Requests.of(html(folder)));
    }

    /** Writes it anew from the traces beside it and the graphs of a build: {@code -Dlatchwork.examples=target/report}. */
    @Test
    @EnabledIfSystemProperty(named = "latchwork.examples", matches = ".+")
    void page_whenAskedFor_thenWritten() throws IOException {
        Path graphs = Files.createDirectory(folder.resolve("graphs"));
        try (Stream<Path> files = Files.list(
                Project.ROOT.resolve(System.getProperty("latchwork.examples")).resolve("graphs"))) {
            for (Path file : files.toList()) {
                Files.copy(file, graphs.resolve(file.getFileName()));
            }
        }
        Examples.copyTo(folder);
        Files.writeString(Project.ROOT.resolve(Path.of("docs", "examples", "faults.html")), html(folder));
    }

    private static String html(Path report) {
        Exhibits exhibits = new Exhibits(
                TraceShelf.read(report, Long.MAX_VALUE),
                ActionPlaces.below(Project.ROOT),
                GraphShelf.read(report, Long.MAX_VALUE),
                Optional.empty());
        PageScript script = PageScript.script();
        PageScript style = PageScript.style();
        return PAGE.fill(Map.of(
                        "scriptdigest", Html.trusted(script.source()),
                        "styledigest", Html.trusted(style.source()),
                        "script", Html.trusted(script.text()),
                        "style", Html.trusted(style.text()),
                        "traces", TraceSection.of(exhibits.traces(), exhibits.places()),
                        "explorer", ExplorerSection.of(exhibits.graphs())))
                .toString();
    }
}
