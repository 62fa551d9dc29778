package dev.latchwork.model.history;

import java.util.Deque;

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

    /** A session's inserts may have their effect in any order. */
    static final class M171_AnySessionsOrder extends SearchChecker {
        M171_AnySessionsOrder(long mostConfigurations) {
            super(mostConfigurations);
        }

        @Override
        protected boolean mayComeNext(long earlier, long done) {
            return true;
        }
    }

    /** Witnesses of a session's inserts may be in any order. */
    static final class M172_WitnessesInAnyOrder extends QueueWitnessChecker {
        @Override
        protected boolean mayComeAfter(QueueHistory history, int operation, int earlier) {
            return true;
        }
    }

    /** Values that are consumed are not told from each other either. */
    static final class M173_ValuesAreAlike extends QueueSpecification {
        M173_ValuesAreAlike(QueueHistory history) {
            super(history);
        }

        @Override
        protected boolean isTold(long value) {
            return false;
        }
    }

    /** A window begins with what was consumed before it. */
    static final class M174_ConsumedStays extends QueueWindows {
        M174_ConsumedStays(int length, long mostConfigurations) {
            super(length, mostConfigurations);
        }

        @Override
        protected void apply(QueueHistory history, int operation, Deque<Long> content) {
            if (history.kind(operation) != QueueHistory.Kind.CONSUMED) {
                super.apply(history, operation, content);
            }
        }
    }
}
