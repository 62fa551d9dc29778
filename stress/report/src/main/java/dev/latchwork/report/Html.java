package dev.latchwork.report;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A piece of HTML, ready to be put into a page. Plain text becomes one only by {@link #text escaping}, so no verdict can
 * write markup into the page. Immutable.
 */
final class Html {
    /** Nothing. */
    static final Html NOTHING = new Html("");

    private final String markup;

    private Html(String markup) {
        this.markup = markup;
    }

    /** Text that shows every character as itself, within an element or a quoted attribute. */
    static Html text(String text) {
        return new Html(text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;"));
    }

    /** JSON within a script element, which nothing in it can end. */
    static Html json(String json) {
        return new Html(json.replace("<", "\\u003c"));
    }

    /** The pieces, one a line. */
    static Html lines(List<Html> pieces) {
        return new Html(pieces.stream().map(piece -> piece.markup).collect(Collectors.joining("\n")));
    }

    /** Markup that this project wrote itself; only {@link Template} and the page's own script and style are made so. */
    static Html trusted(String markup) {
        return new Html(markup);
    }

    @Override
    public String toString() {
        return markup;
    }
}
