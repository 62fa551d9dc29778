package dev.latchwork.verification.protocol;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The actions of a specification and what each stands for. Immutable.
 *
 * @param actions in the order of the specification's page, docs/protocol.md, docs/completion.md or docs/composition.md
 */
public record ProtocolActions(List<ProtocolAction> actions) {
    /** The prefix of an action's name in a module that bounds it. */
    private static final String BOUNDED = "MC";

    /** The same where the action is taken by queue and ring at once. */
    private static final String BOUNDED_ON_RING = BOUNDED + "Ring";

    /**
     * One action.
     *
     * @param action its name
     * @param c the function of PostgreSQL, or the part of it
     * @param java the method of the implementation, such as {@code worker.IoWorker#reopen}, below its base package; or why
     *     there is none
     */
    public record ProtocolAction(
            @JsonProperty(required = true) String action,
            @JsonProperty(required = true) String c,
            @JsonProperty(required = true) String java) {}

    /** Copies the list. */
    public ProtocolActions {
        actions = List.copyOf(actions);
    }

    /** The worker method's. */
    public static ProtocolActions load() {
        return read("actions.json");
    }

    /** The completion side's. */
    public static ProtocolActions ofCompletion() {
        return read("completionActions.json");
    }

    /** Those of the two halves together. */
    public static ProtocolActions ofComposition() {
        return read("compositionActions.json");
    }

    /** Those of the specification that the module {@code module} is, bounds, or seeds a fault in. */
    public static ProtocolActions ofModule(String module) {
        String bounded = unbounded(module);
        if (bounded.startsWith("WorkerMethodCompletion")) {
            return ofComposition();
        }
        return bounded.startsWith("Completion") ? ofCompletion() : load();
    }

    private static ProtocolActions read(String resource) {
        try (InputStream stream = ProtocolActions.class.getResourceAsStream(resource)) {
            return new ProtocolActions(List.of(Json.reader()
                    .readValue(new String(stream.readAllBytes(), StandardCharsets.UTF_8), ProtocolAction[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of actions " + resource + " cannot be read", e);
        }
    }

    /** The protocol's name of an action that the formulas have in several parts, such as {@code Submit (insert)}. */
    public static String ofFormula(String name) {
        int part = name.indexOf(" (");
        return part < 0 ? name : name.substring(0, part);
    }

    /** The name of the protocol's action {@code name} in a module that bounds it. */
    public static String bounded(String name) {
        return BOUNDED + name;
    }

    /** The protocol's name of an action that a module names {@code name}, such as MCConsume. */
    public static String unbounded(String name) {
        String prefix = name.startsWith(BOUNDED_ON_RING) ? BOUNDED_ON_RING : BOUNDED;
        return name.startsWith(prefix) ? name.substring(prefix.length()) : name;
    }

    /** The protocol's action of that name; empty for a fault's action, which is none of the protocol's. */
    public Optional<ProtocolAction> find(String action) {
        return actions.stream()
                .filter(candidate -> candidate.action().equals(action))
                .findFirst();
    }
}
