package dev.latchwork.tla;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A configuration file of TLC, in the form that this project's have: a keyword at the beginning of a line, its entries
 * indented below it. Immutable.
 *
 * @param invariants what stands under {@code INVARIANTS}
 * @param temporalProperties what stands under {@code PROPERTIES}
 * @param constants what each constant is given, with {@code =} or {@code <-} before it
 */
public record Configuration(List<String> invariants, List<String> temporalProperties, Map<String, String> constants) {
    private static final String DEFINED_AS = " <- ";
    private static final String EQUALS = " = ";
    private static final String INVARIANTS = "INVARIANTS";
    private static final String PROPERTIES = "PROPERTIES";
    private static final String CONSTANTS = "CONSTANTS";

    /** Copies what it is given. */
    public Configuration {
        invariants = List.copyOf(invariants);
        temporalProperties = List.copyOf(temporalProperties);
        constants = Map.copyOf(constants);
    }

    /**
     * Reads a configuration.
     *
     * @param cfg its name without its ending
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if it has an entry under a keyword that is not one of the three
     */
    public static Configuration read(SpecificationFolder specification, String cfg) throws IOException {
        List<String> invariants = new ArrayList<>();
        List<String> temporalProperties = new ArrayList<>();
        Map<String, String> constants = new TreeMap<>();
        String section = "";
        for (String line : specification.readConfiguration(cfg).lines().toList()) {
            String entry = line.strip();
            if (!line.startsWith(" ")) {
                section = entry;
                continue;
            }
            switch (section) {
                case CONSTANTS -> {
                    String separator = entry.contains(DEFINED_AS) ? DEFINED_AS : EQUALS;
                    String[] sides = entry.split(separator, 2);
                    constants.put(sides[0], separator.strip() + " " + sides[1]);
                }
                case INVARIANTS -> invariants.add(entry);
                case PROPERTIES -> temporalProperties.add(entry);
                default -> throw new IllegalArgumentException(cfg + ": line of an unknown section: " + line);
            }
        }
        return new Configuration(invariants, temporalProperties, constants);
    }

    /** The text of a configuration without its {@code PROPERTIES}. */
    public static String withoutTemporalProperties(String text) {
        StringBuilder rest = new StringBuilder();
        boolean dropped = false;
        for (String line : text.lines().toList()) {
            dropped = line.startsWith(" ") ? dropped : line.strip().equals(PROPERTIES);
            if (!dropped) {
                rest.append(line).append('\n');
            }
        }
        return rest.toString();
    }

    /** Everything that TLC judges: the invariants, then the temporal properties. */
    public List<String> properties() {
        return Stream.concat(invariants.stream(), temporalProperties.stream()).toList();
    }

    /** Definitions that the configuration replaces. */
    public List<String> substitutions() {
        return constants.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(DEFINED_AS.strip()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
