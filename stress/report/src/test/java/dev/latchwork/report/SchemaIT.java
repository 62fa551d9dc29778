package dev.latchwork.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.latchwork.verification.CoverageFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The document against docs/verification.schema.json, by a validator that knows nothing of this project. */
class SchemaIT {
    @TempDir
    private Path folder;

    /** What is written is what the schema says. Kills: a field that is renamed, or of another type. */
    @Test
    void document_whenWritten_thenAsTheSchemaSays() throws IOException {
        CoverageFolder.within(folder).write("runs", Map.of("events", 5));
        write(Project.inOrder(folder).without(Project.REFERENCE));

        assertEquals(List.of(), complaints(text("verification.json")));
    }

    /** The schema refuses what is not so. Kills: a schema that accepts everything. */
    @Test
    void document_whenSomethingIsWrong_thenTheSchemaRefuses() throws IOException {
        write(Project.inOrder(folder).without(Project.REFERENCE));
        String document = text("verification.json");

        for (Map.Entry<String, String> wrong : Map.of(
                        "\"schema\" : 1", "\"schema\" : 2",
                        "\"verdict\" : \"not run\"", "\"verdict\" : \"unsure\"",
                        "\"killed\"", "\"slain\"",
                        "\"harness\" : \"jqwik\"", "\"harness\" : \"junit\"",
                        "\"reason\"", "\"cause\"")
                .entrySet()) {
            assertTrue(document.contains(wrong.getKey()), wrong.getKey() + " is not in " + document);
            assertFalse(
                    complaints(document.replace(wrong.getKey(), wrong.getValue()))
                            .isEmpty(),
                    wrong.getValue());
        }
    }

    private static List<String> complaints(String document) throws IOException {
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(Project.ROOT.resolve(Path.of("docs", "verification.schema.json"))));
        return schema.validate(document, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private void write(Project project) throws IOException {
        project.report()
                .make(
                        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                        Project.STARTED.plusSeconds(90));
    }

    private String text(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }
}
