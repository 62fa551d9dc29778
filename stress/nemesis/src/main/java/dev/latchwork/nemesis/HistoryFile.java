package dev.latchwork.nemesis;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import dev.latchwork.model.history.BlockHistory;
import dev.latchwork.model.history.History;
import dev.latchwork.model.history.QueueHistory;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A recorded history as JSON lines, compressed if the file's name ends with {@code .gz}: one line about the run, then one for
 * each operation, in no order. The fields are told in docs/histories.md. Stateless.
 */
final class HistoryFile {
    private static final String COMPRESSED = ".gz";
    private static final JsonFactory JSON = new JsonFactory();
    private static final int BUFFER = 1 << 16;

    private HistoryFile() {}

    static void write(RecordedHistory history, Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        try (OutputStream out = new BufferedOutputStream(compressed(file, Files.newOutputStream(file)), BUFFER);
                JsonGenerator json = JSON.createGenerator(out, JsonEncoding.UTF8)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            json.writeStartObject();
            json.writeStringField("plan", history.plan());
            json.writeNumberField("seed", history.seed());
            json.writeNumberField("capacity", history.queue().capacity());
            json.writeNumberField("blocks", history.blocks().blocks());
            json.writeEndObject();
            for (int operation = 0; operation < history.queue().size(); operation++) {
                write(history.queue(), operation, json);
            }
            for (int operation = 0; operation < history.blocks().size(); operation++) {
                write(history.blocks(), operation, json);
            }
            json.writeRaw('\n');
        }
    }

    private static OutputStream compressed(Path file, OutputStream out) throws IOException {
        return file.toString().endsWith(COMPRESSED) ? new Fast(out) : out;
    }

    /** Histories are large and of use to few: time counts more than space. */
    private static final class Fast extends GZIPOutputStream {
        Fast(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }

    private static void write(QueueHistory queue, int operation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("q", queue.kind(operation).name().toLowerCase(Locale.ROOT));
        json.writeNumberField("by", queue.agent(operation));
        json.writeNumberField("io", queue.value(operation));
        writeInterval(queue.invocation(operation), queue.response(operation), json);
        if (queue.witness(operation) != QueueHistory.NO_WITNESS) {
            json.writeNumberField("at", queue.witness(operation));
        }
        json.writeEndObject();
    }

    private static void write(BlockHistory blocks, int operation, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("b", blocks.kind(operation).name().toLowerCase(Locale.ROOT));
        json.writeNumberField("by", blocks.agent(operation));
        json.writeNumberField("block", blocks.block(operation));
        if (blocks.pieces(operation) < BlockHistory.PIECES) {
            json.writeNumberField("pieces", blocks.pieces(operation));
        }
        if (blocks.isTorn(operation)) {
            json.writeArrayFieldStart("values");
            for (int word = 0; word < BlockHistory.WORDS; word++) {
                json.writeNumber(blocks.value(operation, word));
            }
            json.writeEndArray();
        } else {
            json.writeNumberField("value", blocks.value(operation, 0));
        }
        writeInterval(blocks.invocation(operation), blocks.response(operation), json);
        json.writeEndObject();
    }

    private static void writeInterval(int invocation, int response, JsonGenerator json) throws IOException {
        json.writeNumberField("from", invocation);
        if (response != History.PENDING) {
            json.writeNumberField("to", response);
        }
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IOException if it is none, or has no end
     */
    static RecordedHistory read(Path file) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
                InputStream plain = file.toString().endsWith(COMPRESSED) ? new GZIPInputStream(in, BUFFER) : in;
                JsonParser json = JSON.createParser(plain)) {
            return new Reader(json).read();
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " is no history: " + e.getMessage(), e);
        }
    }

    /** One line after the other; fields of a line in any order. */
    private static final class Reader {
        private final JsonParser json;
        private String plan;
        private String queue;
        private String block;
        private long seed;
        private int capacity;
        private int blocks;
        private int by;
        private long io;
        private int of;
        private int pieces;
        private long value;
        private long[] values;
        private int from;
        private int to;
        private int at;

        Reader(JsonParser json) {
            this.json = json;
        }

        RecordedHistory read() throws IOException {
            if (!next() || plan == null) {
                throw new IllegalArgumentException("it does not begin with a line about the run");
            }
            QueueHistory.Builder queueHistory = new QueueHistory.Builder(capacity);
            BlockHistory.Builder blockHistory = new BlockHistory.Builder(blocks);
            while (next()) {
                if (queue != null) {
                    QueueHistory.Kind kind = QueueHistory.Kind.valueOf(queue.toUpperCase(Locale.ROOT));
                    queueHistory.add(kind, by, io, from, to, at);
                } else if (values != null) {
                    blockHistory.addTorn(by, of, pieces, values, from, to);
                } else if (block != null) {
                    BlockHistory.Kind kind = BlockHistory.Kind.valueOf(block.toUpperCase(Locale.ROOT));
                    blockHistory.add(kind, by, of, pieces, value, from, to);
                } else {
                    throw new IllegalArgumentException("a line is about neither queue nor blocks");
                }
            }
            return new RecordedHistory(plan, seed, queueHistory.build(), blockHistory.build());
        }

        private boolean next() throws IOException {
            queue = null;
            block = null;
            values = null;
            pieces = BlockHistory.PIECES;
            to = History.PENDING;
            at = QueueHistory.NO_WITNESS;
            if (json.nextToken() == null) {
                return false;
            }
            while (json.nextToken() == JsonToken.FIELD_NAME) {
                String field = json.currentName();
                json.nextToken();
                take(field);
            }
            return true;
        }

        private void take(String field) throws IOException {
            switch (field) {
                case "plan" -> plan = json.getText();
                case "seed" -> seed = json.getLongValue();
                case "capacity" -> capacity = json.getIntValue();
                case "blocks" -> blocks = json.getIntValue();
                case "q" -> queue = json.getText();
                case "b" -> block = json.getText();
                case "by" -> by = json.getIntValue();
                case "io" -> io = json.getLongValue();
                case "block" -> of = json.getIntValue();
                case "pieces" -> pieces = json.getIntValue();
                case "value" -> value = json.getLongValue();
                case "from" -> from = json.getIntValue();
                case "to" -> to = json.getIntValue();
                case "at" -> at = json.getIntValue();
                case "values" -> {
                    values = new long[BlockHistory.WORDS];
                    for (int word = 0; word < values.length; word++) {
                        json.nextToken();
                        values[word] = json.getLongValue();
                    }
                    json.nextToken();
                }
                default -> throw new IllegalArgumentException("it has a field \"" + field + "\"");
            }
        }
    }
}
