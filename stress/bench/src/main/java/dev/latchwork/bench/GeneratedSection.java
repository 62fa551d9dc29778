package dev.latchwork.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The part of a hand-written page that a program writes, between two comments that name it. */
record GeneratedSection(Path page, String name) {
    private String begin() {
        return "<!-- begin " + name + " -->\n";
    }

    private String end() {
        return "<!-- end " + name + " -->\n";
    }

    /** Replaces the section; throws {@link IOException} when the page does not have it. */
    void write(String content) throws IOException {
        String text = Files.readString(page);
        int begin = text.indexOf(begin());
        int end = text.indexOf(end());
        if (begin < 0 || end < begin) {
            throw new IOException(page + " has no section between " + begin().strip() + " and " + end().strip());
        }
        Files.writeString(page, text.substring(0, begin + begin().length()) + content + text.substring(end));
    }
}
