package dev.latchwork.report;

import dev.latchwork.verification.Harness;
import java.util.Locale;
import java.util.OptionalDouble;

/** The words that the console and the page have in common. Stateless. */
final class Labels {
    private Labels() {}

    /** A number of things, such as {@code 1 check} and {@code 2 checks}. */
    static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** What a reader must know before believing a harness on this machine; empty if nothing. */
    static String caveat(Harness harness, String arch) {
        boolean storeLoadOnly = arch.equals("amd64") || arch.equals("x86_64");
        return harness == Harness.JCSTRESS && storeLoadOnly
                ? arch + " reorders a store with a later load and nothing else; held here is not held everywhere"
                : "";
    }

    /** For how long checks on mutants ran. */
    static String matrixTime(double seconds) {
        return "For " + seconds(OptionalDouble.of(seconds)) + " of the build some mutant was under check.";
    }

    /** Seconds with one decimal; empty when none were measured. */
    static String seconds(OptionalDouble seconds) {
        return seconds.isPresent() ? String.format(Locale.ROOT, "%.1f s", seconds.getAsDouble()) : "";
    }
}
