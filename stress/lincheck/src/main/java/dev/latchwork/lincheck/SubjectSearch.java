package dev.latchwork.lincheck;

import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.latch.Latch;
import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.worker.QueueGate;
import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.aio.worker.WorkerSeams;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Searches by Lincheck on a worker method that somebody brings: the scenarios of the shipped one. One search of a
 * JVM runs at a time.
 */
public final class SubjectSearch {
    /** Kept, since the log manager forgets a logger that nobody refers to, and its level. */
    private static final Logger LOG = Logger.getLogger("dev.latchwork.aio.worker.IoWorker");

    /** For the classes that Lincheck makes itself. */
    private static WorkerMethodSubject subject;

    private SubjectSearch() {}

    /**
     * What came of a search.
     *
     * @param finding what Lincheck objects to, if anything
     * @param invocations how often the code was run
     * @param bounds of the search, in words
     */
    public record Result(Optional<Finding> finding, long invocations, String bounds) {}

    /** The subject's parts, seen by the scheduler however the subject makes them. */
    private static WorkerSeams parts() {
        WorkerSeams parts = subject.seams();
        return parts.withNewQueueGate(
                        () -> LincheckAdapter.instrumented(parts.newQueueGate().get()))
                .withNewQueue(
                        size -> LincheckAdapter.instrumented(parts.newQueue().apply(size)))
                .withNewIdleSet(
                        () -> LincheckAdapter.instrumented(parts.newIdleSet().get()))
                .withWakeupPolicy(
                        LincheckAdapter.instrumented(parts.newWakeupPolicy().apply(AioSettings.defaults())));
    }

    private static Latch latch(Parker parker) {
        return LincheckAdapter.instrumented(subject.newLatch(parker));
    }

    private static boolean isSendingAwayAtAll() {
        return subject.seams().newQueueGate().get() != QueueGate.OPEN;
    }

    /** With the subject's parts. */
    public static final class Turns extends TurnOperations {
        public Turns() {
            super(parts(), SubjectSearch::latch);
        }
    }

    /** As the model, but for what the subject does not promise. */
    public static final class TurnsJudge extends WorkerMethodJudge {
        @Override
        protected boolean isSendingAway() {
            return isSendingAwayAtAll();
        }

        @Override
        protected boolean isWorkLeft() {
            return true;
        }
    }

    /** The same, and work is conserved. */
    public static final class WorkConservingJudge extends WorkerMethodJudge {
        @Override
        protected boolean isSendingAway() {
            return isSendingAwayAtAll();
        }
    }

    /** Batches, turns and exits: executed in order, each once, and none is left at rest. */
    public static Result turns(WorkerMethodSubject judged) {
        return turns(judged, TurnsJudge.class, TurnScenarios.all(LincheckBudget.randomTurnScenarios()));
    }

    /** No I/O waits beside a sleeping worker, when more I/Os come than the worker that is woken for them takes at a time. */
    public static Result workConserving(WorkerMethodSubject judged) {
        return turns(judged, WorkConservingJudge.class, List.of(TurnScenarios.moreThanOneTakes()));
    }

    private static Result turns(
            WorkerMethodSubject judged, Class<? extends WorkerMethodJudge> judge, List<Scenario> scenarios) {
        begin(judged);
        int invocations = LincheckBudget.turnInvocations();
        Optional<Finding> finding = LincheckAdapter.modelCheckScenarios(Turns.class, judge, scenarios, invocations);
        return new Result(
                finding,
                Invocations.counted(),
                scenarios.size() + " scenarios, each invoked " + invocations + " times");
    }

    private static void begin(WorkerMethodSubject judged) {
        // A worker warns of each failed reopen, and under Lincheck a log record costs more than the turn that it is of.
        LOG.setLevel(Level.SEVERE);
        subject = judged;
        Invocations.reset();
    }
}
