package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.history.QueueHistory.Kind;
import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;

/**
 * The judges agree with a search through all orders on small random histories, half of them corrupted; and each judge that
 * is wrong in one rule does not.
 */
class JudgesAgreeIT {
    private static final int HISTORIES = 200_000;
    private static final long SEED = Long.getLong("history.seed", 1);
    private static final long CONFIGURATIONS = 1_000_000;
    /** So few that a search of some operations is given up; enough for one operation. */
    private static final long FEW = 4;

    private static final int SHORT = 3;
    /** Fewer of a kind, and an agreement says little about it. Measured: 14 % have no order. */
    private static final int LEAST = HISTORIES / 50;

    /** What the histories were like. */
    private static final class Count {
        private int explained;
        private int unexplained;
        private int withPending;
        private int onlyBounded;
        private int onlyProgramOrder;
        private int halved;
        private int screened;
        private int unknown;
    }

    private static QueueHistory queueHistory(long number) {
        return RandomQueueHistory.of(SEED * HISTORIES + number, number % 2 == 1);
    }

    private static RegisterHistory registerHistory(long number) {
        return RandomRegisterHistory.of(SEED * HISTORIES + number, number % 2 == 1);
    }

    /** What the rules say of a history that they should not, or null. */
    private static String fault(QueueChecker checker, QueueHistory history, Count count) {
        // The rules know nothing but intervals.
        boolean bounded = AllOrders.explain(history, true, false);
        boolean unbounded = AllOrders.explain(history, false, false);
        Verdict verdict = checker.judge(history);
        count.explained += bounded ? 1 : 0;
        count.unexplained += bounded ? 0 : 1;
        count.withPending += isEndless(history) ? 1 : 0;
        count.onlyBounded += unbounded && !bounded ? 1 : 0;
        if (unbounded && !bounded && verdict.isViolated()) {
            count.screened++;
        }
        if (verdict.answer() == Verdict.Answer.UNKNOWN) {
            count.unknown++;
            return hasPendingConsume(history) || isInsertedTwice(history) ? null : "unknown without a reason";
        }
        if (verdict.isViolated()) {
            return bounded ? "refuses what has an order" : null;
        }
        if (!unbounded) {
            return "accepts what has no order";
        }
        return NaiveScreen.isOverfull(history) || NaiveScreen.isWronglyFull(history)
                ? "accepts what the capacity forbids at some moment"
                : null;
    }

    private static boolean isEndless(QueueHistory history) {
        for (int operation = 0; operation < history.size(); operation++) {
            if (history.isOptional(operation)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasPendingConsume(QueueHistory history) {
        for (int operation = 0; operation < history.size(); operation++) {
            if (history.kind(operation) == Kind.CONSUME_PENDING) {
                return true;
            }
        }
        return false;
    }

    private static boolean isInsertedTwice(QueueHistory history) {
        return new QueueValues(history, false).insertedTwice() != QueueValues.NONE;
    }

    /**
     * The rules refuse a history exactly when no order explains it as a first-in-first-out queue, and never one that has an
     * order within the capacity; what each moment by itself says about the capacity, they say too. Kills M140 to M147.
     */
    @Test
    void rules_whenHistoriesAreRandom_thenAgreeWithAllOrders() {
        CheckRun run = CheckRun.start("unit/QueueChecker/reference");
        Count count = new Count();
        String fault = firstFault(number -> fault(new QueueChecker(), queueHistory(number), count), count, HISTORIES);
        System.out.printf(
                "queue rules: seed %d, %,d histories with an order, %,d without; of these %,d only because of the capacity,"
                        + " of which the rules see %,d; %,d with pending operations, %,d unknown%n",
                SEED,
                count.explained,
                count.unexplained,
                count.onlyBounded,
                count.screened,
                count.withPending,
                count.unknown);
        finish(run, fault, count);
        assertTrue(count.withPending >= LEAST && count.screened >= LEAST / 4, "too few of a kind");
        assertTrue(count.unknown <= LEAST, count.unknown + " unknown");
    }

    /** Each rule is needed: without it something is accepted that should not be. */
    @Test
    void rules_whenOneIsOff_thenDisagree() {
        Map<String, QueueChecker> mutants = new LinkedHashMap<>();
        mutants.put("M140", new JudgeMutant.M140_NeverInsertedIsFine());
        mutants.put("M141", new JudgeMutant.M141_ConsumedBeforeInsertedIsFine());
        mutants.put("M142", new JudgeMutant.M142_ConsumedTwiceIsFine());
        mutants.put("M143", new JudgeMutant.M143_OvertakenIsFine());
        mutants.put("M144", new JudgeMutant.M144_LeftBehindIsFine());
        mutants.put("M145", new JudgeMutant.M145_EmptyIsFine());
        mutants.put("M146", new JudgeMutant.M146_OverfullIsFine());
        mutants.put("M147", new JudgeMutant.M147_FullIsFine());
        mutants.forEach((id, mutant) -> {
            CheckRun run = CheckRun.start("unit/QueueChecker/" + id);
            Count count = new Count();
            finish(run, firstFault(number -> fault(mutant, queueHistory(number), count), count, HISTORIES), count);
        });
    }

    private static String searchFault(SearchChecker checker, long number, Count count) {
        return searchFault(checker, QueueSpecification::new, number, count);
    }

    private static String searchFault(
            SearchChecker checker, Function<QueueHistory, QueueSpecification> specification, long number, Count count) {
        QueueHistory queue = queueHistory(number);
        boolean bounded = AllOrders.explain(queue, true, true);
        count.onlyProgramOrder += !bounded && AllOrders.explain(queue, true, false) ? 1 : 0;
        count.explained += bounded ? 1 : 0;
        count.unexplained += bounded ? 0 : 1;
        if (!agrees(bounded, checker.judge(queue, specification.apply(queue)))) {
            return "queue: not what all orders say, which is " + bounded;
        }
        RegisterHistory register = registerHistory(number);
        boolean explained = AllOrders.explain(register);
        count.explained += explained ? 1 : 0;
        count.unexplained += explained ? 0 : 1;
        return agrees(explained, checker.judge(register, register))
                ? null
                : "register: not what all orders say, which is " + explained;
    }

    private static boolean agrees(boolean explained, Verdict verdict) {
        return verdict.answer() == (explained ? Verdict.Answer.LINEARIZABLE : Verdict.Answer.NOT_LINEARIZABLE);
    }

    /**
     * The search says of each history of a bounded queue and of a register what all orders say. Kills M148, M171
     * and M173.
     */
    @Test
    void search_whenHistoriesAreRandom_thenAgreesWithAllOrders() {
        CheckRun run = CheckRun.start("unit/SearchChecker/reference");
        Count count = new Count();
        String fault =
                firstFault(number -> searchFault(new SearchChecker(CONFIGURATIONS), number, count), count, HISTORIES);
        System.out.printf(
                "search: seed %d, %,d histories with an order, %,d without; of these %,d only because of a session's order%n",
                SEED, count.explained, count.unexplained, count.onlyProgramOrder);
        finish(run, fault, count);
        assertTrue(count.onlyProgramOrder >= LEAST / 10, "too few of a kind");
    }

    /** A search that takes a session's inserts in any order accepts a batch that was inserted in another order. */
    @Test
    void search_whenASessionsOrderIsForgotten_thenDisagrees() {
        CheckRun run = CheckRun.start("unit/SearchChecker/M171");
        Count count = new Count();
        SearchChecker mutant = new JudgeMutant.M171_AnySessionsOrder(CONFIGURATIONS);
        finish(run, firstFault(number -> searchFault(mutant, number, count), count, HISTORIES), count);
    }

    /** A search to which all values are alike accepts one that overtakes another. */
    @Test
    void search_whenValuesAreAlike_thenDisagrees() {
        CheckRun run = CheckRun.start("unit/SearchChecker/M173");
        Count count = new Count();
        SearchChecker checker = new SearchChecker(CONFIGURATIONS);
        finish(
                run,
                firstFault(
                        number -> searchFault(checker, JudgeMutant.M173_ValuesAreAlike::new, number, count),
                        count,
                        HISTORIES),
                count);
    }

    /** A memory that does not tell states apart finds no order where there is one. */
    @Test
    void search_whenMemoryForgetsTheState_thenDisagrees() {
        CheckRun run = CheckRun.start("unit/SearchChecker/M148");
        Count count = new Count();
        SearchChecker mutant = new JudgeMutant.M148_MemoryForgetsTheState(CONFIGURATIONS);
        finish(run, firstFault(number -> searchFault(mutant, number, count), count, HISTORIES), count);
    }

    private static String witnessFault(QueueWitnessChecker checker, long number, Count count) {
        QueueHistory history = queueHistory(number);
        boolean bounded = AllOrders.explain(history, true, true);
        count.explained += bounded ? 1 : 0;
        count.unexplained += bounded ? 0 : 1;
        Verdict verdict = checker.judge(history);
        if (verdict.isLinearizable()) {
            return bounded ? null : "accepts what has no order";
        }
        return number % 2 == 0 ? "refuses the order that the history was drawn with" : null;
    }

    /** What has its witnesses' order is linearizable, and every history that was drawn has it. Kills M149 and M172. */
    @Test
    void witnesses_whenHistoriesAreRandom_thenOnlyGoodOrdersAreAccepted() {
        CheckRun run = CheckRun.start("unit/QueueWitnessChecker/reference");
        Count count = new Count();
        finish(
                run,
                firstFault(number -> witnessFault(new QueueWitnessChecker(), number, count), count, HISTORIES),
                count);
    }

    /** A witness outside its interval makes an order that time forbids. */
    @Test
    void witnesses_whenTheyMayBeAnywhere_thenDisagree() {
        CheckRun run = CheckRun.start("unit/QueueWitnessChecker/M149");
        Count count = new Count();
        QueueWitnessChecker mutant = new JudgeMutant.M149_WitnessAnywhere();
        finish(run, firstFault(number -> witnessFault(mutant, number, count), count, HISTORIES), count);
    }

    /** Witnesses that contradict the order of a session's calls make an order that is none. */
    @Test
    void witnesses_whenASessionsOrderIsForgotten_thenDisagree() {
        CheckRun run = CheckRun.start("unit/QueueWitnessChecker/M172");
        Count count = new Count();
        QueueWitnessChecker mutant = new JudgeMutant.M172_WitnessesInAnyOrder();
        finish(run, firstFault(number -> witnessFault(mutant, number, count), count, HISTORIES), count);
    }

    /** The judge of windows, by the number of their operations and of the configurations that a search may look at. */
    private interface Windows {
        QueueWindows of(int length, long mostConfigurations);
    }

    /**
     * One window of all operations is explained only if they have an order, whatever its witnesses claim; short windows, and
     * those that must be halved, explain what the witnesses do.
     */
    private static String windowsFault(Windows windows, long number, Count count) {
        QueueHistory history = queueHistory(number);
        boolean bounded = AllOrders.explain(history, true, true);
        count.explained += bounded ? 1 : 0;
        count.unexplained += bounded ? 0 : 1;
        if (new JudgeMutant.M149_WitnessAnywhere().judge(history).isLinearizable()
                && windows.of(history.size(), CONFIGURATIONS).judge(history).violation() == null
                && !bounded) {
            return "accepts what has no order";
        }
        if (!new QueueWitnessChecker().judge(history).isLinearizable()) {
            return null;
        }
        QueueWindows.Judgement cut = windows.of(SHORT, CONFIGURATIONS).judge(history);
        QueueWindows.Judgement halves = windows.of(history.size(), FEW).judge(history);
        count.halved += halves.halved();
        return cut.violation() != null || halves.violation() != null || cut.unknown() + halves.unknown() > 0
                ? "refuses what the witnesses explain"
                : null;
    }

    /** Windows of random histories are explained as they should be, also when a search is given up. Kills M174. */
    @Test
    void windows_whenHistoriesAreRandom_thenAgreeWithTheWitnesses() {
        CheckRun run = CheckRun.start("unit/QueueWindows/reference");
        Count count = new Count();
        String fault = firstFault(number -> windowsFault(QueueWindows::new, number, count), count, HISTORIES);
        System.out.printf("windows: seed %d, %,d were halved%n", SEED, count.halved);
        finish(run, fault, count);
        assertTrue(count.halved >= LEAST, "too few of a kind");
    }

    /** A window that does not begin with what the queue held is not explained. */
    @Test
    void windows_whenWhatWasConsumedStays_thenDisagree() {
        CheckRun run = CheckRun.start("unit/QueueWindows/M174");
        Count count = new Count();
        finish(
                run,
                firstFault(
                        number -> windowsFault(JudgeMutant.M174_ConsumedStays::new, number, count), count, HISTORIES),
                count);
    }

    private static String firstFault(LongFunction<String> fault, Count count, int histories) {
        for (int number = 0; number < histories; number++) {
            String found = fault.apply(number);
            if (found != null) {
                return "history " + number + " of seed " + SEED + ": " + found;
            }
        }
        // Of both, or they would agree about nothing.
        return count.explained < LEAST || count.unexplained < LEAST
                ? "only " + count.explained + " histories with an order and " + count.unexplained + " without"
                : null;
    }

    private static void finish(CheckRun run, String fault, Count count) {
        run.finish(
                fault == null ? Outcome.HELD : Outcome.VIOLATED,
                Effort.of("histories", count.explained + (long) count.unexplained)
                        .and("linearizable", count.explained)
                        .and("not linearizable", count.unexplained)
                        .and("seed", SEED),
                null,
                fault);
    }
}
