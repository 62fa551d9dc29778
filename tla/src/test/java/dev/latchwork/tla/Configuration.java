package dev.latchwork.tla;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A configuration file, as far as the tests judge it. */
record Configuration(List<String> properties, Map<String, String> constants) {
    private static final String DEFINED_AS = " <- ";
    private static final String EQUALS = " = ";

    static Configuration read(String cfg) throws IOException {
        List<String> properties = new ArrayList<>();
        Map<String, String> constants = new TreeMap<>();
        String section = "";
        for (String line :
                Project.specification().readConfiguration(cfg).lines().toList()) {
            String entry = line.strip();
            if (!line.startsWith(" ")) {
                section = entry;
            } else if (section.equals("CONSTANTS")) {
                String separator = entry.contains(DEFINED_AS) ? DEFINED_AS : EQUALS;
                String[] sides = entry.split(separator, 2);
                constants.put(sides[0], separator.strip() + " " + sides[1]);
            } else if (section.equals("INVARIANTS") || section.equals("PROPERTIES")) {
                properties.add(entry);
            } else {
                throw new IllegalArgumentException(cfg + ": line of an unknown section: " + line);
            }
        }
        return new Configuration(properties, constants);
    }

    /** Definitions that the configuration replaces. */
    List<String> substitutions() {
        return constants.entrySet().stream()
                .filter(entry -> entry.getValue().startsWith(DEFINED_AS.strip()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
