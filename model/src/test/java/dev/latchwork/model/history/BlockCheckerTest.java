package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.BlockHistory.Kind;
import org.junit.jupiter.api.Test;

/** Blocks, of which some words may have another history than the others. */
class BlockCheckerTest {
    private final BlockHistory.Builder history = new BlockHistory.Builder(4);

    private BlockChecker.Judgement judge() {
        return new BlockChecker(1000).judge(history.build());
    }

    /** One register for a block whose transfers were all whole. */
    @Test
    void judge_whenEveryTransferIsWhole_thenOneRegisterForEachBlock() {
        history.add(Kind.WRITE, 1, 2, 4, 11, 1, 2).add(Kind.READ, 2, 2, 4, 11, 3, 4);

        BlockChecker.Judgement judgement = judge();

        assertTrue(judgement.verdict().isLinearizable());
        assertEquals(4, judgement.registers());
    }

    /** A short write has changed the first pieces only. */
    @Test
    void judge_whenAWriteWasShort_thenItsPiecesHaveTheValueAndTheOthersHaveNot() {
        history.add(Kind.WRITE, 1, 2, 1, 11, 1, 2).addTorn(2, 2, 4, new long[] {11, 11, 0, 0, 0, 0, 0, 0}, 3, 4);

        assertTrue(judge().verdict().isLinearizable());
    }

    /** It has changed more. Kills: a judge that looks at the first word alone. */
    @Test
    void judge_whenAShortWriteWentTooFar_thenViolated() {
        history.add(Kind.WRITE, 1, 2, 1, 11, 1, 2).add(Kind.READ, 2, 2, 4, 11, 3, 4);

        Verdict verdict = judge().verdict();

        assertTrue(verdict.isViolated());
        assertTrue(verdict.reason().contains("block 2 word 2"), verdict.inWords());
    }

    /** A write that failed came to some words, and stays there. */
    @Test
    void judge_whenAFailedWriteCameHalfWay_thenEachWordHasItOrNot() {
        history.add(Kind.PERHAPS_WRITE, 1, 2, 4, 11, 1, 2)
                .addTorn(2, 2, 4, new long[] {11, 11, 11, 0, 0, 0, 0, 0}, 3, 4);
        assertTrue(judge().verdict().isLinearizable());

        history.add(Kind.READ, 2, 2, 4, 0, 5, 6);
        assertTrue(judge().verdict().isViolated());
    }

    /** A read of another block's value. */
    @Test
    void judge_whenTwoBlocksAreExchanged_thenViolated() {
        history.add(Kind.WRITE, 1, 2, 4, 11, 1, 2)
                .add(Kind.WRITE, 1, 3, 4, 12, 1, 2)
                .add(Kind.READ, 2, 2, 4, 12, 3, 4)
                .add(Kind.READ, 2, 3, 4, 11, 3, 4);

        assertTrue(judge().verdict().isViolated());
    }
}
