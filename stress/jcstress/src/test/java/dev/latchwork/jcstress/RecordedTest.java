package dev.latchwork.jcstress;

import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Mode;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.TestResult;
import org.openjdk.jcstress.infra.grading.GradingResult;
import org.openjdk.jcstress.infra.grading.ReportUtils;

/**
 * What jcstress recorded of one test. Immutable.
 *
 * @param name the test's class, with dots
 * @param inEachJvm the result of each JVM
 * @param merged all of them together
 */
record RecordedTest(String name, List<TestResult> inEachJvm, TestResult merged) {

    /** The tests of a run, sorted by name. */
    static List<RecordedTest> of(Collection<TestResult> results) {
        return ReportUtils.mergedByName(results).stream()
                .map(merged -> new RecordedTest(
                        merged.getName(),
                        results.stream()
                                .filter(one -> one.getName().equals(merged.getName()))
                                .toList(),
                        merged))
                .sorted(Comparator.comparing(RecordedTest::name))
                .toList();
    }

    /**
     * What came out. A JVM that failed, too few samples, or a side of the race that was hardly seen say nothing; a forbidden
     * outcome says that the property is violated.
     */
    Outcome outcome() {
        if (!isComplete()) {
            return Outcome.BROKEN;
        }
        if (forbidden() > 0) {
            return Outcome.VIOLATED;
        }
        return sidesHardlySeen().isEmpty() ? Outcome.HELD : Outcome.UNKNOWN;
    }

    /** The outcome's reason, in a line. */
    String detail() {
        if (!isComplete()) {
            return inEachJvm.stream()
                    .filter(one -> one.status() != Status.NORMAL)
                    .map(one -> one.status() + " " + one.getMessages())
                    .collect(Collectors.joining("; ", samples() + " samples; ", ""));
        }
        List<String> missing = sidesHardlySeen();
        return missing.isEmpty()
                ? forbidden() + " forbidden, seen in " + jvmsThatSawForbidden() + " of " + inEachJvm.size() + " JVMs"
                : missing.stream()
                        .map(side -> side + ", seen " + samplesOf(side) + " times")
                        .collect(Collectors.joining("; ", "hardly raced: ", ""));
    }

    Effort effort() {
        return Effort.of("samples", samples())
                .and("forbidden", forbidden())
                .repeated(jvmsThatSawForbidden(), inEachJvm.size())
                .and("millisInEach", JcstressBudget.sampleMillis())
                .and("arch", System.getProperty("os.arch"))
                .and("jdk", Runtime.version().toString())
                .and("cores", Runtime.getRuntime().availableProcessors());
    }

    /** All outcomes and how often each was seen, and in which JVMs the forbidden ones were. */
    String table() {
        StringBuilder table = new StringBuilder(name).append(System.lineSeparator());
        for (GradingResult state : states()) {
            table.append(String.format(Locale.ROOT, "%,15d  %-10s %s%n", state.count, state.expect.name(), state.id));
        }
        for (TestResult one : inEachJvm) {
            table.append(String.format(
                    Locale.ROOT,
                    "%,15d  forbidden of %,d with %s%n",
                    forbidden(one),
                    one.getTotalCount(),
                    one.getConfig().jvmArgs));
        }
        return table.toString();
    }

    private boolean isComplete() {
        return inEachJvm.stream().allMatch(one -> one.status() == Status.NORMAL)
                && (isOfTermination()
                        // The first loop that does not end is the last sample.
                        ? forbidden() > 0 || samples() >= JcstressBudget.terminationsAtLeast()
                        : samples() >= JcstressBudget.samplesAtLeast());
    }

    /** Whether a sample is a loop that somebody else ends, and not a race of two sides. */
    private boolean isOfTermination() {
        return classNamed(className()).getAnnotation(JCStressTest.class).value() == Mode.Termination;
    }

    private long samples() {
        return merged.getTotalCount();
    }

    private long forbidden() {
        return forbidden(merged);
    }

    private long jvmsThatSawForbidden() {
        return inEachJvm.stream().filter(one -> forbidden(one) > 0).count();
    }

    private static long forbidden(TestResult result) {
        return result.grading().gradingResults.values().stream()
                .filter(state -> state.expect == Expect.FORBIDDEN)
                .mapToLong(state -> state.count)
                .sum();
    }

    private Collection<GradingResult> states() {
        return merged.grading().gradingResults.values();
    }

    private List<String> sidesHardlySeen() {
        return Arrays.stream(sides())
                .filter(side -> samplesOf(side) < JcstressBudget.sideSamplesAtLeast())
                .toList();
    }

    private long samplesOf(String side) {
        return states().stream()
                .filter(state -> state.id.matches(side))
                .mapToLong(state -> state.count)
                .sum();
    }

    private String[] sides() {
        if (isOfTermination()) {
            return new String[0];
        }
        Class<?> race = classNamed(className()).getEnclosingClass();
        RaceSides sides = race.getAnnotation(RaceSides.class);
        if (sides == null || sides.value().length < 2) {
            throw new IllegalStateException(race + " does not say what the sides of its race are");
        }
        return sides.value();
    }

    /** A test stands in the class of its race, which stands in the class of its subject. */
    private String className() {
        String[] words = name.split("\\.");
        int depth = words.length;
        return String.join(".", Arrays.copyOf(words, depth - 2)) + "$" + words[depth - 2] + "$" + words[depth - 1];
    }

    private static Class<?> classNamed(String className) {
        try {
            return Class.forName(className);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(className + " stands in no class of a race", e);
        }
    }
}
