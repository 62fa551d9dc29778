package dev.latchwork.tla;

import dev.latchwork.model.Action;
import dev.latchwork.model.Exploration;
import dev.latchwork.model.Explorer;
import dev.latchwork.model.Invariant;
import dev.latchwork.model.Invariants;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.Variant;
import dev.latchwork.tla.timeline.FlatState;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A whole state graph of the executable model in the form in which the report's page walks through it, docs/trace-format.md:
 * each value once, states as numbers of values, steps as numbers of actions and states. Immutable.
 *
 * @param id its name
 * @param title what it is of, for a reader
 * @param protocol the protocol; the specification has the same graph
 * @param reference the name of the graph of the reference within the same bounds; empty if this is one
 */
record ExplorableGraph(String id, String title, Protocol protocol, Optional<String> reference) {
    /** The graph of a configuration of the specification, which has a fault. */
    static ExplorableGraph ofFault(String cfg, String title, String reference) throws IOException {
        return new ExplorableGraph(cfg, title, WorkerMethodConfiguration.protocol(cfg), Optional.of(reference));
    }

    /** The graph that the reference has where a configuration has another protocol. */
    static ExplorableGraph ofReference(String id, String title, String cfg) throws IOException {
        Protocol protocol = WorkerMethodConfiguration.protocol(cfg, Variant.REFERENCE);
        return new ExplorableGraph(id, title, protocol, Optional.empty());
    }

    /** The variables that tell a reader most come first. */
    private static final List<String> ORDER = List.of(
            "queue",
            "idle",
            "inUse",
            "point",
            "latch",
            "owed",
            "hand",
            "submitterPoint",
            "submitterOwed",
            "leftover",
            "io");

    /** Values and actions by number. */
    private static final class Dictionary {
        private final Map<String, Integer> numbers = new LinkedHashMap<>();

        int number(String text) {
            return numbers.computeIfAbsent(text, unseen -> numbers.size());
        }

        List<String> texts() {
            return List.copyOf(numbers.keySet());
        }
    }

    /** Explores it and writes it where the report looks for it; how many states it has. */
    int writeWithin(Path reportFolder) throws IOException {
        Exploration exploration = Explorer.explore(protocol, List.of());
        Dictionary values = new Dictionary();
        Dictionary actions = new Dictionary();
        List<Invariant> invariants = Invariants.ALL;
        List<List<Integer>> states = new ArrayList<>();
        List<List<Integer>> steps = new ArrayList<>();
        Map<String, List<Integer>> violated = new TreeMap<>();
        for (int number = 0; number < exploration.distinct(); number++) {
            ProtocolState state = exploration.graph().state(number);
            states.add(entries(protocol, state).values().stream()
                    .map(values::number)
                    .toList());
            List<Integer> flat = new ArrayList<>();
            for (Action action : protocol.enabled(state)) {
                flat.add(actions.number(action.text()));
                flat.add(exploration.graph().numberOf(protocol.step(state, action)));
            }
            steps.add(flat);
            List<Integer> broken = new ArrayList<>();
            for (int i = 0; i < invariants.size(); i++) {
                if (!invariants.get(i).holds(state, protocol.variant())) {
                    broken.add(i);
                }
            }
            if (!broken.isEmpty()) {
                violated.put(Integer.toString(number), broken);
            }
        }
        Map<String, Object> graph = new LinkedHashMap<>();
        graph.put("id", id);
        graph.put("title", title);
        reference.ifPresent(name -> graph.put("reference", name));
        graph.put("variables", List.copyOf(entries(protocol, protocol.initial()).keySet()));
        graph.put("values", values.texts());
        graph.put("states", states);
        graph.put("actions", actions.texts());
        graph.put("steps", steps);
        graph.put("invariants", invariants.stream().map(Invariant::name).toList());
        graph.put("violated", violated);
        Path file = reportFolder.resolve(Path.of("graphs", id + ".json"));
        Files.createDirectories(file.getParent());
        Files.writeString(file, Json.reader().writeValueAsString(graph));
        return exploration.distinct();
    }

    private static Map<String, String> entries(Protocol protocol, ProtocolState state) {
        Map<String, String> variables = new LinkedHashMap<>();
        WorkerMethodText.of(state, protocol.variant().exit().handOver()).lines().forEach(line -> {
            int at = line.indexOf(" = ");
            variables.put(line.substring(0, at), line.substring(at + 3));
        });
        Map<String, String> ordered = new LinkedHashMap<>();
        ORDER.forEach(name -> ordered.put(name, variables.get(name)));
        variables.forEach(ordered::putIfAbsent);
        return FlatState.of(ordered).entries();
    }
}
