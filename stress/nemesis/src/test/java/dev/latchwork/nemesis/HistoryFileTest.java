package dev.latchwork.nemesis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.History;
import dev.latchwork.model.history.QueueHistory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryFileTest {
    @TempDir
    private Path directory;

    private static RecordedHistory history() {
        QueueHistory queue = new QueueHistory.Builder(3)
                .add(QueueHistory.Kind.INSERTED, 1, QueueHistory.valueOf(7, 2), 1, 5, 3)
                .add(QueueHistory.Kind.CONSUMED, 2, QueueHistory.valueOf(7, 2), 2, 9, 4)
                .add(QueueHistory.Kind.CONSUME_PENDING, 3, 0, 6, History.PENDING, QueueHistory.NO_WITNESS)
                .build();
        BlockHistory blocks = new BlockHistory.Builder(8)
                .add(BlockHistory.Kind.WRITE, 1, 5, 2, 65, 1, 9)
                .addTorn(2, 5, 4, new long[] {65, 65, 65, 65, 0, 0, 0, 0}, 10, 11)
                .add(BlockHistory.Kind.PERHAPS_WRITE, 1, 6, 4, 129, 12, History.PENDING)
                .build();
        return new RecordedHistory("FULL_QUEUE", 42, queue, blocks);
    }

    /** What is read is what was written, compressed or not, down to each line. */
    @Test
    void read_whenWritten_thenTheSameOperationsAndVerdicts() throws IOException {
        Path plain = directory.resolve("one.jsonl");
        Path compressed = directory.resolve("two.jsonl.gz");
        HistoryFile.write(history(), plain);
        HistoryFile.write(HistoryFile.read(plain), compressed);
        RecordedHistory read = HistoryFile.read(compressed);
        Path again = directory.resolve("three.jsonl");
        HistoryFile.write(read, again);

        assertEquals(Files.readAllLines(plain), Files.readAllLines(again));
        assertEquals(7, Files.readAllLines(plain).size());
        assertEquals(42, read.seed());
        assertEquals("worker 2: consume -> handle 7.2, at 4", read.queue().text(1));
        assertEquals(129, read.blocks().value(2, 0));
        assertTrue(
                HistoryJudgement.of(read).fault() == null,
                HistoryJudgement.of(read).inWords());
    }

    /** One changed line is one changed verdict. Kills: a command that judges nothing. */
    @Test
    void judge_whenALineIsChanged_thenItIsFound() throws IOException {
        Path file = directory.resolve("one.jsonl");
        HistoryFile.write(history(), file);
        Files.writeString(file, Files.readString(file).replace("65,65,65,65,0", "0,65,65,65,0"));

        String fault = HistoryJudgement.of(HistoryFile.read(file)).fault();

        assertTrue(fault.contains("block 5 word 0"), fault);
    }

    @Test
    void read_whenItIsNoHistory_thenSaysSo() throws IOException {
        Path file = Files.writeString(directory.resolve("other.jsonl"), "{\"one\":1}\n");

        assertThrows(IOException.class, () -> HistoryFile.read(file));
    }
}
