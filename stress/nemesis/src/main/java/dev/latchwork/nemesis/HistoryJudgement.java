package dev.latchwork.nemesis;

import dev.latchwork.model.history.BlockChecker;
import dev.latchwork.model.history.QueueChecker;
import dev.latchwork.model.history.QueueWindows;
import dev.latchwork.model.history.QueueWitnessChecker;
import dev.latchwork.model.history.Verdict;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

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

    /**
     * What a judge has against the history.
     *
     * @param judge such as {@code queue, by witness}
     * @param verdict the reason, and the operations around it
     */
    public record Violation(String judge, Verdict verdict) {
        private static Optional<Violation> of(String judge, Verdict verdict) {
            return verdict != null && verdict.isViolated()
                    ? Optional.of(new Violation(judge, verdict))
                    : Optional.empty();
        }
    }

    /** That of the first judge that has something against it, the exact one first; empty if none has. */
    public Optional<Violation> violation() {
        return Stream.of(
                        Violation.of("queue, by witness", witness),
                        Violation.of("queue, by rule", rules),
                        Violation.of("queue, by search", windows.violation()),
                        Violation.of("blocks", blocks.verdict()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** What is wrong, or null. */
    public String fault() {
        return violation()
                .map(violation -> violation.judge() + ": " + violation.verdict().inWords())
                .orElse(null);
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
