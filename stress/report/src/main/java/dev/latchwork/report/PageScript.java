package dev.latchwork.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of the page that the browser would load from a file of its own, inlined, with the digest by which the page's policy
 * allows just this text and no other. Immutable.
 *
 * @param text the script or style
 */
record PageScript(String text) {
    private static final List<String> SCRIPTS =
            List.of("dom.js", "theme.js", "trace.js", "timeline.js", "viewer.js", "graph.js", "explorer.js", "main.js");

    private static final String STYLE = "page.css";

    /** The page's whole script: its files in the order in which they use each other. */
    static PageScript script() {
        String files = SCRIPTS.stream().map(PageScript::read).collect(Collectors.joining("\n"));
        return new PageScript("\"use strict\";\n" + files);
    }

    /** The page's style. */
    static PageScript style() {
        return new PageScript(read(STYLE));
    }

    /** As a source of the content security policy. */
    String source() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (InputStream resource = PageScript.class.getResourceAsStream("page/" + name)) {
            if (resource == null) {
                throw new IOException("no such resource");
            }
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the page's " + name + " cannot be read", e);
        }
    }
}
