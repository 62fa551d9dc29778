package dev.latchwork.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Markup with places such as <code>{{title}}</code> to be filled in. Immutable. */
final class Template {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z]+)}}");

    private final String markup;
    private final Set<String> places;

    private Template(String markup) {
        this.markup = markup;
        this.places =
                PLACE.matcher(markup).results().map(place -> place.group(1)).collect(Collectors.toSet());
    }

    static Template of(String markup) {
        return new Template(markup.stripTrailing());
    }

    /**
     * The template in this package's resource {@code name}.
     *
     * @throws UncheckedIOException if it cannot be read
     */
    static Template ofResource(String name) {
        try (InputStream resource = Template.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IOException("no such resource");
            }
            return new Template(new String(resource.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the template " + name + " cannot be read", e);
        }
    }

    /**
     * The markup with every place filled.
     *
     * @throws IllegalArgumentException if a place has no value, or a value no place
     */
    Html fill(Map<String, Html> values) {
        if (!places.equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "places " + new TreeSet<>(places) + " cannot be filled with " + new TreeSet<>(values.keySet()));
        }
        return Html.trusted(PLACE.matcher(markup)
                .replaceAll(place ->
                        Matcher.quoteReplacement(values.get(place.group(1)).toString())));
    }
}
