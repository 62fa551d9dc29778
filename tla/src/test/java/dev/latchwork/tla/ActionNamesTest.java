package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.probe.Step;
import dev.latchwork.tla.ProtocolActions.ProtocolAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ActionNamesTest {
    private static final String IMPLEMENTATION = "dev.latchwork.aio.";

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
                        .map(row -> row.group(1).replaceFirst("\\(.*", "") + ": "
                                + row.group(2).replace("`", ""))
                        .toList(),
                ProtocolActions.load().actions().stream()
                        .map(action -> action.action() + ": " + action.c())
                        .toList());
    }

    /**
     * The Java methods of a counterexample exist, and every step of the implementation has one. Kills: a table that names a
     * method that was renamed.
     */
    @Test
    void actions_whenComparedWithTheImplementation_thenMethodsExist() throws ClassNotFoundException {
        for (ProtocolAction action : ProtocolActions.load().actions()) {
            if (action.java().startsWith("none: ")) {
                assertTrue(
                        Arrays.stream(Step.values())
                                .noneMatch(step -> step.action().equals(action.action())),
                        action.action() + " is a step of the implementation");
            } else {
                String[] parts = action.java().split("#", 2);
                assertTrue(
                        Arrays.stream(Class.forName(IMPLEMENTATION + parts[0]).getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals(parts[1])),
                        action.java());
            }
        }
        for (Step step : Step.values()) {
            assertTrue(ProtocolActions.load().find(step.action()).isPresent(), step.action());
        }
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
