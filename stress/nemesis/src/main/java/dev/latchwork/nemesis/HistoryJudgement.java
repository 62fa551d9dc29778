package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockChecker;
import dev.latchwork.model.history.QueueChecker;
import dev.latchwork.model.history.QueueWindows;
import dev.latchwork.model.history.QueueWitnessChecker;
import dev.latchwork.model.history.Verdict;
import java.util.Locale;

/**
 * What each judge says of a recorded history. Immutable.
 *
 * @param witness the queue, by the order in the critical section: exact
 * @param rules the queue as a black box
 * @param windows the queue, window by window, by search
 * @param blocks the blocks, by search
 */
public record HistoryJudgement(
        Verdict witness, Verdict rules, QueueWindows.Judgement windows, BlockChecker.Judgement blocks) {
    /** For the history of one word of one block. */
    private static final long CONFIGURATIONS = 10_000_000;

    private static final int WINDOW_LENGTH = 32;
    private static final long WINDOW_CONFIGURATIONS = 5_000;

    /** Lets every judge judge it. */
    static HistoryJudgement of(RecordedHistory history) {
        Verdict witness = new QueueWitnessChecker().judge(history.queue());
        return new HistoryJudgement(
                witness,
                new QueueChecker().judge(history.queue()),
                // Without an order that is known, nobody knows what the queue held before a window.
                witness.isLinearizable()
                        ? new QueueWindows(WINDOW_LENGTH, WINDOW_CONFIGURATIONS).judge(history.queue())
                        : new QueueWindows.Judgement(0, 0, 0, null),
                new BlockChecker(CONFIGURATIONS).judge(history.blocks()));
    }

    /** What is wrong, or null. */
    public String fault() {
        if (witness.isViolated()) {
            return "queue, by witness: " + witness.inWords();
        }
        if (rules.isViolated()) {
            return "queue, by rule: " + rules.inWords();
        }
        if (windows.violation() != null) {
            return "queue, by search: " + windows.violation().inWords();
        }
        return blocks.verdict().isViolated() ? "blocks: " + blocks.verdict().inWords() : null;
    }

    /** Whether a judge that must have an answer has none. */
    boolean isUnknown() {
        return blocks.unknown() > 0 || windows.unknown() > 0;
    }

    /** For a person, line by line. */
    String inWords() {
        return String.format(
                Locale.ROOT,
                """
                queue by witness      %s
                queue by rule         %s
                queue by search       %,d windows explained, %,d halved, %,d unknown%s
                blocks by search      %s, %,d registers, %,d unknown
                """,
                witness.inWords(),
                rules.inWords(),
                windows.explained(),
                windows.halved(),
                windows.unknown(),
                windows.violation() == null ? "" : "; " + windows.violation().inWords(),
                blocks.verdict().inWords(),
                blocks.registers(),
                blocks.unknown());
    }
}
