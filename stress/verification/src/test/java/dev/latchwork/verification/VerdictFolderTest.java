package dev.latchwork.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerdictFolderTest {
    /** How often the reader must meet each writer; a write in place tore within the first few reads. */
    private static final int READS = 40;

    private static final Instant STARTED = Instant.parse("2026-01-02T03:04:05.006Z");

    @TempDir
    private Path reportFolder;

    /**
     * While two threads publish verdicts on one check, whoever reads its file sees one of them whole. Kills: a writer
     * that writes in place, and two writers that share a temporary file.
     */
    @Test
    void write_whenTwoThreadsWriteOneCheck_thenEveryReadIsWhole() throws Exception {
        VerdictFolder folder = VerdictFolder.within(reportFolder);
        // Longer than any buffer on the way, so that a write in place takes many steps.
        Verdict held = verdict(Outcome.HELD, "h".repeat(300_000));
        Verdict violated = verdict(Outcome.VIOLATED, "v".repeat(600_000));
        folder.write(held);
        AtomicBoolean enough = new AtomicBoolean();
        Map<Outcome, Integer> seen = new EnumMap<>(Outcome.class);

        ExecutorService writers = Executors.newFixedThreadPool(2);
        try {
            List<Future<Void>> writing = List.of(
                    writers.submit(writing(folder, held, enough)), writers.submit(writing(folder, violated, enough)));
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
            while (seen.getOrDefault(Outcome.HELD, 0) < READS || seen.getOrDefault(Outcome.VIOLATED, 0) < READS) {
                assertTrue(System.nanoTime() < deadline, "the reader does not meet both writers: " + seen);
                Verdict read = folder.read(folder.file(held.id()));
                assertTrue(read.equals(held) || read.equals(violated), "neither of the two verdicts");
                seen.merge(read.outcome(), 1, Integer::sum);
            }
            enough.set(true);
            for (Future<Void> writer : writing) {
                writer.get(10, TimeUnit.SECONDS);
            }
        } finally {
            enough.set(true);
            writers.shutdown();
            assertTrue(writers.awaitTermination(10, TimeUnit.SECONDS), "a writer does not end");
        }

        assertEquals(List.of(folder.file(held.id())), files(folder), "only the verdict stays");
    }

    /** A file holds the verdict of the check that its path spells. Kills: a verdict copied to another check's place. */
    @Test
    void read_whenVerdictOfAnotherCheck_thenError() throws IOException {
        VerdictFolder folder = VerdictFolder.within(reportFolder);
        Path written = folder.write(verdict(Outcome.HELD, "x"));
        Path copy = Files.copy(written, written.resolveSibling("copy.json"));

        assertEquals(
                "holds the verdict on 'jqwik/Example/reference', which belongs elsewhere",
                assertThrows(IOException.class, () -> folder.read(copy)).getMessage());
    }

    /** A verdict cannot call itself as expected against its own fields. Kills: a report that believes the word ok. */
    @Test
    void read_whenOkContradictsTheOutcome_thenError() throws IOException {
        VerdictFolder folder = VerdictFolder.within(reportFolder);
        Path file = folder.write(verdict(Outcome.VIOLATED, "x"));
        Files.writeString(file, Files.readString(file).replace("\"ok\" : false", "\"ok\" : true"));

        String message =
                assertThrows(IOException.class, () -> folder.read(file)).getMessage();
        assertTrue(
                message.contains("verdict 'jqwik/Example/reference' says ok: true, yet expected held, verdict"
                        + " violated, effort {1 sequences}"),
                message);
    }

    private static Callable<Void> writing(VerdictFolder folder, Verdict verdict, AtomicBoolean enough) {
        return () -> {
            while (!enough.get()) {
                folder.write(verdict);
            }
            return null;
        };
    }

    private static Verdict verdict(Outcome outcome, String detail) {
        return Verdict.of(
                Examples.held(), outcome, Effort.of("sequences", 1), null, detail, STARTED, "2026-11-24T00:00:00Z");
    }

    private static List<Path> files(VerdictFolder folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder.path())) {
            return all.filter(Files::isRegularFile).toList();
        }
    }
}
