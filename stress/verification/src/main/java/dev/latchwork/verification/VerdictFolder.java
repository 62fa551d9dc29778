package dev.latchwork.verification;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The folder of verdicts, one file each. Thread-safe, also between processes: whoever reads sees a whole verdict or
 * none.
 *
 * @param path the folder; created when first written to
 */
public record VerdictFolder(Path path) {
    /*
     * Overview.
     * 1 What it is: a folder in which the check a/b/c is the file a/b/c.json.
     * 2 Corresponds to: none.
     * 3 Representation: a verdict is written to a temporary name beside its file, which no reader of *.json takes up,
     * and then moved onto it.
     * 4 Invariants: a file named *.json holds exactly one whole verdict, that of the id which its path spells.
     * 5 Guards and lock order: none; forked JVMs and modules built side by side could share no lock.
     * 6 Linearization points: the atomic move. Of two writers of one id, the later move wins.
     * 7 Memory ordering: none.
     * 8 Blocking and wakeup argument: none.
     * 9 Departures, gaps, references: a writer that is killed leaves its temporary file behind, which harms nobody. The
     * move is atomic for readers and not durable: a machine that fails takes its unfinished build with it.
     */

    /** The file name's ending of a verdict. */
    public static final String SUFFIX = ".json";

    /** The folder of verdicts within the report's folder. */
    public static VerdictFolder within(Path reportFolder) {
        return new VerdictFolder(reportFolder.resolve("verdicts"));
    }

    /** The file of the check {@code id}. */
    public Path file(String id) {
        return path.resolve(id + SUFFIX);
    }

    /**
     * Publishes a verdict, instead of an earlier one on the same check, and returns its file.
     *
     * @throws IOException if it cannot be written
     */
    public Path write(Verdict verdict) throws IOException {
        String json = Json.writer().writeValueAsString(verdict) + "\n";
        return WholeFile.write(file(verdict.id()), out -> out.write(json));
    }

    /**
     * The verdict in {@code file}.
     *
     * @throws IOException if it cannot be read, is no verdict, or is the verdict on a check that belongs elsewhere
     */
    public Verdict read(Path file) throws IOException {
        Verdict verdict = parse(Files.readString(file));
        if (!file(verdict.id()).equals(file)) {
            throw new IOException("holds the verdict on '" + verdict.id() + "', which belongs elsewhere");
        }
        return verdict;
    }

    private static Verdict parse(String json) throws IOException {
        try {
            return Json.reader().readValue(json, Verdict.class);
        } catch (JsonProcessingException e) {
            throw new IOException(Json.complaint(e), e);
        }
    }
}
