package dev.latchwork.report.mutants;

/** A page that does not say which state graphs it had no room for. */
public final class M170_GraphLeftOutInSilence {
    private M170_GraphLeftOutInSilence() {}

    public static String of(String html) {
        return html.replaceAll("<p class=\"faint\">Too large for this page, see graphs/: [^<]*</p>", "");
    }
}
