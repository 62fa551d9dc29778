package dev.latchwork.model.history;

/** Judges that are wrong, each in one seam of the shipped one. */
final class JudgeMutant {
    private JudgeMutant() {}

    /** A consumed value need not have been inserted. */
    static final class M140_NeverInsertedIsFine extends QueueChecker {
        @Override
        Violation neverInserted(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A value may be consumed before it is inserted. */
    static final class M141_ConsumedBeforeInsertedIsFine extends QueueChecker {
        @Override
        Violation consumedBeforeInserted(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A value may be consumed twice. */
    static final class M142_ConsumedTwiceIsFine extends QueueChecker {
        @Override
        Violation consumedTwice(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A value may overtake another. */
    static final class M143_OvertakenIsFine extends QueueChecker {
        @Override
        Violation overtaken(QueueValues values) {
            return null;
        }
    }

    /** A value may be left behind for ever. */
    static final class M144_LeftBehindIsFine extends QueueChecker {
        @Override
        Violation leftBehind(QueueValues values) {
            return null;
        }
    }

    /** A queue may say at any time that it is empty. */
    static final class M145_EmptyIsFine extends QueueChecker {
        @Override
        Violation wronglyEmpty(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A queue may hold more than its capacity. */
    static final class M146_OverfullIsFine extends QueueChecker {
        @Override
        Violation overfull(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A queue may say at any time that it is full. */
    static final class M147_FullIsFine extends QueueChecker {
        @Override
        Violation wronglyFull(QueueHistory history, QueueValues values) {
            return null;
        }
    }

    /** A configuration is taken for one that was seen when the same operations have had their effect, whatever the state. */
    static final class M148_MemoryForgetsTheState extends SearchChecker {
        M148_MemoryForgetsTheState(long mostConfigurations) {
            super(mostConfigurations);
        }

        @Override
        protected Memory memory(Object state, long done) {
            return new Memory("any", done);
        }
    }

    /** An operation may be in the critical section outside its own interval. */
    static final class M149_WitnessAnywhere extends QueueWitnessChecker {
        @Override
        protected boolean isWithin(int invocation, int witness, int response) {
            return true;
        }
    }
}
