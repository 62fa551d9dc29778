package dev.latchwork.aio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** docs/traceability.md: each row's partners exist, and a row without a partner says why. */
class TraceabilityTest {
    private static final Path ROOT = Path.of(System.getProperty("latchwork.root"));
    private static final Path TABLE = ROOT.resolve("docs/traceability.md");
    private static final Pattern PARTNER = Pattern.compile("`(\\w+)(?:#(\\w+))?`");
    private static final String NONE = "–";

    /** One row: element, Java, specification, test, remark. */
    private record Row(String element, String java, String specification, String test, String remark) {
        static Optional<Row> parse(String line) {
            String[] cells = line.split("\\|", -1);
            if (cells.length != 7
                    || cells[1].isBlank()
                    || cells[1].contains("---")
                    || cells[1].strip().equals("element")) {
                return Optional.empty();
            }
            return Optional.of(
                    new Row(cells[1].strip(), cells[2].strip(), cells[3].strip(), cells[4].strip(), cells[5].strip()));
        }
    }

    private static List<Row> rows() throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.flatMap(line -> Row.parse(line).stream()).toList();
        }
    }

    @TestFactory
    Stream<DynamicTest> partners() throws IOException {
        List<Row> rows = rows();
        assertTrue(rows.size() >= 55, "the table has " + rows.size() + " rows; part of it was not read");
        return rows.stream().map(row -> DynamicTest.dynamicTest(row.element, () -> check(row)));
    }

    private static void check(Row row) throws IOException {
        List<String> gone = new ArrayList<>();
        partner(row.java, "impl/src/main/java").ifPresent(gone::add);
        partner(row.test, "impl/src/test/java").ifPresent(gone::add);
        if (!row.specification.equals(NONE)) {
            String name = row.specification.replace("`", "");
            String specification = Files.readString(ROOT.resolve("tla/src/main/tla/WorkerMethod.tla"));
            if (!Pattern.compile("\\b" + name + "\\b").matcher(specification).find()) {
                gone.add("the specification has no " + name);
            }
        }
        assertEquals(List.of(), gone);
        if (row.java.equals(NONE) || row.test.equals(NONE)) {
            assertFalse(row.remark.isBlank(), "a row without a partner says why");
        }
    }

    /** What is wrong with a partner, if anything. */
    private static Optional<String> partner(String cell, String sources) throws IOException {
        if (cell.equals(NONE)) {
            return Optional.empty();
        }
        Matcher matcher = PARTNER.matcher(cell);
        if (!matcher.matches()) {
            return Optional.of("'" + cell + "' is not of the form `Class` or `Class#member`");
        }
        Optional<Path> file = find(ROOT.resolve(sources), matcher.group(1) + ".java");
        if (file.isEmpty()) {
            return Optional.of("there is no class " + matcher.group(1));
        }
        String member = matcher.group(2);
        if (member != null && !declares(Files.readString(file.get()), member)) {
            return Optional.of(matcher.group(1) + " has no " + member);
        }
        return Optional.empty();
    }

    private static Optional<Path> find(Path folder, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.getFileName().toString().equals(name))
                    .findFirst();
        }
    }

    /** Whether the source declares a method, constructor, field or enum constant of that name. */
    private static boolean declares(String source, String member) {
        return Pattern.compile("^ +(?:[\\w<>\\[\\], ]+ )?" + member + "(?:\\(| =|;|,|$)", Pattern.MULTILINE)
                .matcher(source)
                .find();
    }

    /** A partner that is gone is noticed, whatever is gone of it. */
    @Test
    void partner_whenGone_thenNamed() throws IOException {
        assertEquals(Optional.empty(), partner("`SubmissionQueue#insert`", "impl/src/main/java"));
        assertEquals(
                Optional.of("SubmissionQueue has no enqueue"),
                partner("`SubmissionQueue#enqueue`", "impl/src/main/java"));
        assertEquals(Optional.of("there is no class WorkQueue"), partner("`WorkQueue`", "impl/src/main/java"));
        assertTrue(partner("SubmissionQueue", "impl/src/main/java").isPresent());
    }
}
