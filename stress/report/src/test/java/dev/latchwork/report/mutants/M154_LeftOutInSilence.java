package dev.latchwork.report.mutants;

/** A page that does not say which traces it had no room for. */
public final class M154_LeftOutInSilence {
    private M154_LeftOutInSilence() {}

    public static String of(String html) {
        return html.replaceAll("(?s)<details><summary>\\d+ traces? not in this page</summary>.*?</details>", "");
    }
}
