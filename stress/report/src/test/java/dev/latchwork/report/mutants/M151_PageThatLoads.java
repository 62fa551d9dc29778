package dev.latchwork.report.mutants;

/** A page that loads its font from a network. */
public final class M151_PageThatLoads {
    private M151_PageThatLoads() {}

    public static String of(String html) {
        return html.replace("<title>", "<link rel=\"stylesheet\" href=\"https://fonts.example/inter.css\">\n<title>");
    }
}
