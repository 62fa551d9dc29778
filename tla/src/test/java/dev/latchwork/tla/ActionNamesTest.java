package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.tla.ProtocolActions.ProtocolAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActionNamesTest {
    /** A row of the table of actions: name and parameters, guard, effect, C. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z]\\w+(?:\\([^)]*\\))?)` \\|[^|]*\\|[^|]*\\| ([^|]*) \\|$", Pattern.MULTILINE);

    private static final Pattern DISJUNCT = Pattern.compile("^  \\\\/ (?:\\\\E [^:]* : )?(\\w+(?:\\([^)]*\\))?)$");

    /** The specification has the protocol's actions, with its parameters. Kills: an action without a partner. */
    @Test
    void next_whenComparedWithTheProtocol_thenSameActions() throws IOException {
        assertEquals(signatures(), disjuncts("WorkerMethod", "Next"));
    }

    /** The bounded Next has all of them too. Kills: an action that no model ever takes. */
    @Test
    void boundedNext_whenComparedWithTheProtocol_thenSameActions() throws IOException {
        assertEquals(
                signatures().stream().map(ProtocolActions::bounded).toList(), disjuncts("MCWorkerMethod", "MCNext"));
    }

    /** The C functions of a counterexample are those of the protocol. Kills: a table that names another function. */
    @Test
    void actions_whenComparedWithTheProtocol_thenSameNamesAndFunctions() throws IOException {
        assertEquals(
                rows().stream()
                        .map(row -> new ProtocolAction(
                                row.group(1).replaceFirst("\\(.*", ""),
                                row.group(2).replace("`", "")))
                        .toList(),
                ProtocolActions.load().actions());
    }

    private static List<String> signatures() throws IOException {
        return rows().stream().map(row -> row.group(1)).toList();
    }

    private static List<MatchResult> rows() throws IOException {
        List<MatchResult> rows = ROW.matcher(
                        Files.readString(Project.root().resolve("docs").resolve("protocol.md")))
                .results()
                .toList();
        assertTrue(rows.size() > 1, "no table of actions");
        return rows;
    }

    private static List<String> disjuncts(String module, String next) throws IOException {
        List<String> lines = Project.specification().readModule(module).lines().toList();
        int start = lines.indexOf(next + " ==") + 1;
        return lines.subList(start, start + lines.subList(start, lines.size()).indexOf("")).stream()
                .map(line -> DISJUNCT.matcher(line)
                        .results()
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("a clause without a name: " + line))
                        .group(1))
                .toList();
    }
}
