package dev.latchwork.tla;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchwork.verification.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * The actions of the protocol and what each stands for. Immutable.
 *
 * @param actions in the order of docs/protocol.md
 */
public record ProtocolActions(List<ProtocolAction> actions) {
    /** The prefix of an action's name in a module that bounds it. */
    private static final String BOUNDED = "MC";

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

    /** Reads the list from this module's resources. */
    public static ProtocolActions load() {
        try (InputStream stream = ProtocolActions.class.getResourceAsStream("actions.json")) {
            return new ProtocolActions(List.of(Json.reader()
                    .readValue(new String(stream.readAllBytes(), StandardCharsets.UTF_8), ProtocolAction[].class)));
        } catch (IOException e) {
            throw new UncheckedIOException("the list of actions cannot be read", e);
        }
    }

    /** The name of the protocol's action {@code name} in a module that bounds it. */
    public static String bounded(String name) {
        return BOUNDED + name;
    }

    /** The protocol's name of an action that a module names {@code name}, such as MCConsume. */
    public static String unbounded(String name) {
        return name.startsWith(BOUNDED) ? name.substring(BOUNDED.length()) : name;
    }

    /** The protocol's action of that name; empty for a fault's action, which is none of the protocol's. */
    public Optional<ProtocolAction> find(String action) {
        return actions.stream()
                .filter(candidate -> candidate.action().equals(action))
                .findFirst();
    }
}
