package dev.latchwork.model.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A million operations, judged by witness and by rule. */
class JudgeSpeedIT {
    private static final int OPERATIONS = 1_000_000;
    private static final int ROUNDS = 3;

    /**
     * Both accept the history, and both refuse it when two consumes in the middle have changed their values, with the two in
     * a window of at most 200 operations. The time is told and judges nothing. Kills: a judge that looks at a part only.
     */
    @Test
    void judges_whenAMillionOperations_thenFindTheOneMistake() {
        CheckRun run = CheckRun.start("unit/JudgeSpeed/reference");
        QueueHistory good = SimulatedQueueRun.of(OPERATIONS, 1);
        int one = consumeFrom(good, OPERATIONS / 2);
        int other = consumeFrom(good, one + 1000);
        QueueHistory bad = SimulatedQueueRun.withTwoConsumesExchanged(good, one, other);
        double byWitness = bestSeconds(() -> new QueueWitnessChecker().judge(good));
        double byRule = bestSeconds(() -> new QueueChecker().judge(good));
        System.out.printf(
                "%,d operations: %.2f s by witness, %.2f s by rule (best of %d)%n",
                OPERATIONS, byWitness, byRule, ROUNDS);

        assertFound(new QueueWitnessChecker().judge(bad), bad, one);
        assertFound(new QueueChecker().judge(bad), bad, one);
        run.finish(
                Outcome.HELD,
                Effort.of("operations", OPERATIONS)
                        .and("secondsByWitness", byWitness)
                        .and("secondsByRule", byRule));
    }

    private static int consumeFrom(QueueHistory history, int from) {
        return IntStream.range(from, history.size())
                .filter(operation -> history.kind(operation) == QueueHistory.Kind.CONSUMED)
                .findFirst()
                .orElseThrow();
    }

    private static double bestSeconds(Supplier<Verdict> judge) {
        double best = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long begin = System.nanoTime();
            Verdict verdict = judge.get();
            best = Math.min(best, (System.nanoTime() - begin) / 1e9);
            assertEquals(Verdict.Answer.LINEARIZABLE, verdict.answer(), verdict.inWords());
        }
        return best;
    }

    private static void assertFound(Verdict verdict, QueueHistory history, int named) {
        assertEquals(Verdict.Answer.NOT_LINEARIZABLE, verdict.answer(), verdict.inWords());
        assertTrue(verdict.window().size() <= Verdict.WINDOW, verdict.inWords());
        assertTrue(
                verdict.window().stream()
                        .anyMatch(shown -> shown.mark() == ShownOperation.Mark.NAMED
                                && shown.operation().equals(history.operation(named))),
                () -> history.text(named) + " is not marked in\n" + verdict.inWords());
    }
}
