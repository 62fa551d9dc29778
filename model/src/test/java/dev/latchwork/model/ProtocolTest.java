package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProtocolTest {
    private static final Path PROTOCOL = Path.of(System.getProperty("latchwork.root"), "docs", "protocol.md");
    private static final Bounds BOUNDS = CheckedBounds.POOL.bounds();

    private final Protocol protocol = Protocol.of(BOUNDS, Variant.REFERENCE);

    private static Stream<Class<?>> records(Class<?> sealed) {
        Class<?>[] permitted = sealed.getPermittedSubclasses();
        return permitted == null ? Stream.of(sealed) : Stream.of(permitted).flatMap(ProtocolTest::records);
    }

    private static String signature(Class<?> action) {
        int parameters = action.getRecordComponents().length;
        return action.getSimpleName() + "/" + parameters;
    }

    /** The model's actions are those of the protocol's table, with as many parameters: neither has one more. */
    @Test
    void actions_whenComparedWithTheProtocolsTable_thenSameNamesAndParameters() throws IOException {
        Pattern row = Pattern.compile("^\\| `(\\w+)(?:\\(([\\w, ]+)\\))?` \\|", Pattern.MULTILINE);
        String table = Files.readString(PROTOCOL).split("\n## ", -1)[2];
        assertTrue(table.startsWith("Actions"), table);
        Function<MatchResult, String> toSignature = match -> match.group(1) + "/"
                + (match.group(2) == null ? 0 : match.group(2).split(",", -1).length);
        Set<String> documented = row.matcher(table).results().map(toSignature).collect(Collectors.toSet());

        Set<String> modelled =
                records(Action.class).map(ProtocolTest::signature).collect(Collectors.toSet());

        assertEquals(documented, modelled);
        assertEquals(25, modelled.size());
    }

    /** Every action of the protocol exists within bounds that allow everything, and none exists twice. */
    @Test
    void actions_whenBoundsAllowEverything_thenEachKindIsThereOnce() {
        Set<String> kinds = new HashSet<>();
        for (Protocol each : List.of(
                protocol,
                Protocol.of(CheckedBounds.CLOSE.bounds(), Variant.REFERENCE),
                Protocol.of(BOUNDS, Variant.SEED_D),
                Protocol.of(BOUNDS, Variant.POSTGRES_19))) {
            each.actions().forEach(action -> kinds.add(action.name()));
            assertEquals(each.actions().size(), new HashSet<>(each.actions()).size());
        }

        assertEquals(records(Action.class).map(Class::getSimpleName).collect(Collectors.toSet()), kinds);
    }

    /** At the cold start the supervisor can start a worker, and anybody can submit the first I/Os or reload. */
    @Test
    void enabled_whenCold_thenStartSubmitAndReload() {
        List<String> enabled =
                protocol.enabled(protocol.initial()).stream().map(Action::text).toList();

        assertEquals(
                List.of(
                        "Submit(0, <<1>>)",
                        "Submit(0, <<1, 2>>)",
                        "Submit(0, <<1, 2, 3>>)",
                        "StartWorker",
                        "Reload(1)"),
                enabled);
    }

    /** An action whose guard does not hold is refused, and the message tells which and where. */
    @Test
    void step_whenActionCannotHappen_thenRefused() {
        Action consume = new WorkerAction.Consume(0);

        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> protocol.step(protocol.initial(), consume));

        assertTrue(error.getMessage().startsWith("Consume(0) cannot happen in queue=<<>>"), error.getMessage());
    }

    /** The union of the checked bounds takes every action: no property holds because something never happens. */
    @Test
    void explore_whenAllCheckedBoundsAreTaken_thenEveryActionHappens() {
        TreeMap<String, Integer> happened = new TreeMap<>();
        Bounds resized = CheckedBounds.WARM_RESIZE.bounds();
        for (Protocol each : List.of(
                Protocol.of(CheckedBounds.RING_FULL.bounds(), Variant.REFERENCE),
                Protocol.of(CheckedBounds.EXITS.bounds(), Variant.REFERENCE),
                Protocol.of(CheckedBounds.RESIZE.bounds(), Variant.REFERENCE),
                Protocol.of(CheckedBounds.CLOSE.bounds(), Variant.REFERENCE),
                Protocol.of(CheckedBounds.RESIZE.bounds(), Variant.SEED_D),
                Protocol.of(resized, Variant.POSTGRES_19))) {
            StateGraph graph = Explorer.explore(each, List.of()).graph();
            for (int number = 0; number < graph.size(); number++) {
                for (Action action : each.enabled(graph.state(number))) {
                    happened.merge(action.name(), 1, Integer::sum);
                }
            }
        }

        assertEquals(records(Action.class).map(Class::getSimpleName).collect(Collectors.toSet()), happened.keySet());
    }
}
