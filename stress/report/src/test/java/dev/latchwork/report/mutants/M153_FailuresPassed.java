package dev.latchwork.report.mutants;

/** A JUnit file in which a check that is not as expected is a test that passed. */
public final class M153_FailuresPassed {
    private M153_FailuresPassed() {}

    public static String of(String xml) {
        return xml.replaceAll("(?s)<failure .*?</failure>", "").replaceAll("failures=\"\\d+\"", "failures=\"0\"");
    }
}
