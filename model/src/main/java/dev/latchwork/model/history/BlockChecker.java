package dev.latchwork.model.history;

import java.util.List;

/**
 * Judges a history of blocks: as so many registers, each by itself, since what one word holds says nothing about another
 * (see {@link SearchChecker}). Stateless, so thread-safe.
 */
public final class BlockChecker {
    private final SearchChecker search;

    /**
     * A checker.
     *
     * @param mostConfigurations for each register, after which it is given up
     */
    public BlockChecker(long mostConfigurations) {
        search = new SearchChecker(mostConfigurations);
    }

    /**
     * What came of it.
     *
     * @param verdict the first violation; else unknown if a register was given up; else that there is an order
     * @param registers that had a history of their own
     * @param unknown of these, those that were given up
     */
    public record Judgement(Verdict verdict, long registers, long unknown) {}

    /** Judges each block. */
    public Judgement judge(BlockHistory history) {
        int[][] byBlock = byBlock(history);
        long registers = 0;
        long unknown = 0;
        Verdict open = null;
        for (int block = 0; block < byBlock.length; block++) {
            // The words of a block have the same history unless an operation covers some of them only, or is torn.
            int words = isUniform(history, byBlock[block]) ? 1 : BlockHistory.WORDS;
            for (int word = 0; word < words; word++) {
                RegisterHistory register = register(history, byBlock[block], block, word);
                Verdict verdict = search.judge(register, register);
                registers++;
                if (verdict.isViolated()) {
                    return new Judgement(verdict, registers, unknown);
                }
                if (!verdict.isLinearizable()) {
                    unknown++;
                    open = verdict;
                }
            }
        }
        Verdict verdict = open == null
                ? Verdict.linearizable(history.size())
                : new Verdict(Verdict.Answer.UNKNOWN, open.reason(), List.of(), history.size());
        return new Judgement(verdict, registers, unknown);
    }

    private static int[][] byBlock(BlockHistory history) {
        int[] counts = new int[history.blocks()];
        for (int operation = 0; operation < history.size(); operation++) {
            counts[history.block(operation)]++;
        }
        int[][] byBlock = new int[counts.length][];
        for (int block = 0; block < counts.length; block++) {
            byBlock[block] = new int[counts[block]];
        }
        for (int operation = history.size() - 1; operation >= 0; operation--) {
            int block = history.block(operation);
            byBlock[block][--counts[block]] = operation;
        }
        return byBlock;
    }

    private static boolean isUniform(BlockHistory history, int[] operations) {
        for (int operation : operations) {
            if (history.isTorn(operation)
                    || history.pieces(operation) < BlockHistory.PIECES
                    // What failed may have come to some words and not to others.
                    || history.kind(operation) == BlockHistory.Kind.PERHAPS_WRITE) {
                return false;
            }
        }
        return true;
    }

    private static RegisterHistory register(BlockHistory history, int[] operations, int block, int word) {
        RegisterHistory.Builder register = new RegisterHistory.Builder("block " + block + " word " + word);
        for (int operation : operations) {
            if (word / 2 >= history.pieces(operation)) {
                continue;
            }
            int agent = history.agent(operation);
            long value = history.value(operation, word);
            int invocation = history.invocation(operation);
            int response = history.response(operation);
            switch (history.kind(operation)) {
                case READ -> register.read(agent, value, invocation, response);
                case WRITE -> register.write(agent, value, invocation, response);
                case PERHAPS_WRITE -> register.perhapsWrite(agent, value, invocation, response);
            }
        }
        return register.build();
    }
}
