package dev.latchwork.tla;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.probe.Step;
import dev.latchwork.model.Action;
import dev.latchwork.model.completion.CompletionAction;
import dev.latchwork.model.trace.RecordedAction;
import dev.latchwork.verification.protocol.ProtocolActions;
import dev.latchwork.verification.protocol.ProtocolActions.ProtocolAction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ActionNamesTest {
    private static final String IMPLEMENTATION = "dev.latchwork.aio.";

    /** A row of the table of actions: name and parameters, guard and effect or the actions of both halves, C. */
    private static final Pattern ROW =
            Pattern.compile("^\\| `([A-Z]\\w+(?:\\([^)]*\\))?)` \\|[^|]*\\|[^|]*\\| ([^|]*) \\|$", Pattern.MULTILINE);

    /** A session has no probe: its end is no step of the worker method. Only fault D lets a registration fail. */
    private static final Set<String> NO_STEPS = Set.of("CloseSession", "RegisterFail");

    private static final Pattern DISJUNCT = Pattern.compile("^  \\\\/ (?:\\\\E [^:]* : )?(\\w+(?:\\([^)]*\\))?)$");

    /**
     * A specification and the page that is its contract.
     *
     * @param page in docs
     * @param module the module; the one that bounds it has its name with MC before it
     * @param next the module's next-state relation
     * @param actions what counterexamples are explained with
     */
    private record Contract(String page, String module, String next, ProtocolActions actions) {
        List<String> signatures() throws IOException {
            return rows().stream().map(row -> row.group(1)).toList();
        }

        List<MatchResult> rows() throws IOException {
            List<MatchResult> rows = ROW.matcher(
                            Files.readString(Project.root().resolve("docs").resolve(page)))
                    .results()
                    .toList();
            assertTrue(rows.size() > 1, "no table of actions");
            return rows;
        }
    }

    static List<Contract> contracts() {
        return List.of(
                new Contract("protocol.md", "WorkerMethod", "Next", ProtocolActions.load()),
                new Contract("completion.md", "Completion", "Next", ProtocolActions.ofCompletion()),
                new Contract("composition.md", "WorkerMethodCompletion", "BothNext", ProtocolActions.ofComposition()));
    }

    /** The specification has the page's actions, with its parameters. Kills: an action without a partner. */
    @ParameterizedTest
    @MethodSource("contracts")
    void next_whenComparedWithThePage_thenSameActions(Contract contract) throws IOException {
        assertEquals(contract.signatures(), disjuncts(contract.module(), contract.next()));
    }

    /** The bounded Next has all of them too. Kills: an action that no model ever takes. */
    @ParameterizedTest
    @MethodSource("contracts")
    void boundedNext_whenComparedWithThePage_thenSameActions(Contract contract) throws IOException {
        assertEquals(
                contract.signatures().stream().map(ProtocolActions::bounded).toList(),
                disjuncts(ProtocolActions.bounded(contract.module()), "MCNext"));
    }

    /** The C functions of a counterexample are those of the page. Kills: a table that names another function. */
    @ParameterizedTest
    @MethodSource("contracts")
    void actions_whenComparedWithThePage_thenSameNamesAndFunctions(Contract contract) throws IOException {
        assertEquals(
                contract.rows().stream()
                        .map(row -> row.group(1).replaceFirst("\\(.*", "") + ": "
                                + row.group(2).replace("`", ""))
                        .toList(),
                contract.actions().actions().stream()
                        .map(action -> action.action() + ": " + action.c())
                        .toList());
    }

    /** The Java methods of a counterexample exist. Kills: a table that names a method that was renamed. */
    @ParameterizedTest
    @MethodSource("contracts")
    void actions_whenComparedWithTheImplementation_thenMethodsExist(Contract contract) throws ClassNotFoundException {
        for (ProtocolAction action : contract.actions().actions()) {
            if (!action.java().startsWith("none: ")) {
                String[] parts = action.java().split("#", 2);
                assertTrue(
                        Arrays.stream(Class.forName(IMPLEMENTATION + parts[0]).getDeclaredMethods())
                                .anyMatch(method -> method.getName().equals(parts[1])),
                        action.java());
            }
        }
    }

    /**
     * What has a Java method is a step of the implementation, and every step is such an action. Kills: a step that the
     * specification does not have; an action that the probe is not told of.
     */
    @Test
    void steps_whenComparedWithTheActions_thenEachIsOne() {
        Set<String> implemented = new TreeSet<>();
        for (ProtocolAction action : ProtocolActions.load().actions()) {
            if (!action.java().startsWith("none: ")) {
                implemented.add(action.action());
            }
        }
        implemented.removeAll(NO_STEPS);

        assertEquals(implemented, names(Step.values(), Step::action));
    }

    /** The executable model has the same actions. Kills: an action that only one of the two specifications has. */
    @ParameterizedTest
    @MethodSource("modelled")
    void actions_whenComparedWithTheModel_thenSameNames(Class<?> action, ProtocolActions actions) {
        Set<String> names = new TreeSet<>();
        addLeaves(action, names);

        assertEquals(names(actions.actions().toArray(new ProtocolAction[0]), ProtocolAction::action), names);
    }

    static List<Arguments> modelled() {
        return List.of(
                Arguments.of(Action.class, ProtocolActions.load()),
                Arguments.of(CompletionAction.class, ProtocolActions.ofCompletion()));
    }

    private static void addLeaves(Class<?> type, Set<String> names) {
        if (!type.isSealed()) {
            names.add(type.getSimpleName());
            return;
        }
        for (Class<?> permitted : type.getPermittedSubclasses()) {
            addLeaves(permitted, names);
        }
    }

    /** A recorded run has an event for each step. Kills: a step that leaves no event, or an event that is no step. */
    @Test
    void events_whenComparedWithTheSteps_thenOneForEach() {
        Set<String> events = names(RecordedAction.values(), RecordedAction::toString);
        events.remove(RecordedAction.START_TAKEN_BACK.toString());

        assertEquals(names(Step.values(), Step::action), events);
    }

    private static <T> Set<String> names(T[] values, Function<T, String> name) {
        return Arrays.stream(values).map(name).collect(Collectors.toCollection(TreeSet::new));
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
