package dev.latchwork.model.mutants;

import dev.latchwork.model.Action;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Choice;
import dev.latchwork.model.ExitPolicy;
import dev.latchwork.model.FanOut;
import dev.latchwork.model.IdlePolicy;
import dev.latchwork.model.IdleUpdate;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WakeupPolicy;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.WorkerAction;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.model.mutants.FaultyProtocol.EffectFault;
import dev.latchwork.model.mutants.FaultyProtocol.GuardFault;

/**
 * A fault that the properties have to notice: one decision, one guard or one effect of the reference is replaced.
 *
 * @param subject the subject of checks on this mutant
 * @param variant the decisions
 * @param guard the fault in a guard
 * @param effect the fault in an effect
 */
public record ModelMutant(String subject, Variant variant, GuardFault guard, EffectFault effect) {

    /** A worker that consumed wakes no peer. */
    public static final ModelMutant M05 = of("M05", variantWith(wakeup(Choice.LOWEST, FanOut.upTo(0))));

    /** A submitter wakes nobody. */
    public static final ModelMutant SUBMIT_WAKES_NOBODY =
            of("spec-submit-wakes-nobody", variantWith(wakeup(bits -> WakeupTarget.NOBODY, FanOut.upTo(2))));

    /** A worker that found the queue empty sleeps without its idle bit, so that nobody can choose it. */
    public static final ModelMutant SLEEPS_UNMARKED = of(
            "spec-sleeps-unmarked",
            variantWith(new IdlePolicy(IdleUpdate.MARK, IdleUpdate.KEEP, IdleUpdate.CLEAR, IdleUpdate.CLEAR)));

    /** A worker that consumed keeps its idle bit, so that it is chosen while it is busy. */
    public static final ModelMutant BUSY_STAYS_IDLE = of(
            "spec-busy-stays-idle",
            variantWith(new IdlePolicy(IdleUpdate.MARK, IdleUpdate.MARK, IdleUpdate.KEEP, IdleUpdate.CLEAR)));

    /** A worker that leaves clears every idle bit instead of its own, so that nobody can choose its sleeping peers. */
    public static final ModelMutant EXIT_CLEARS_ALL =
            of("spec-exit-clears-all", variantWith(new ExitPolicy((idleBits, worker) -> 0, true, Choice.LOWEST)));

    /** The ring uses its last slot too, so that full looks like empty. */
    public static final ModelMutant LAST_SLOT = of("spec-last-slot", GuardFault.NONE, ModelMutant::fillLastSlot);

    /** An interrupt between consume and completion takes the I/O in hand with the worker. */
    public static final ModelMutant SEED_C = of("seed-C", GuardFault.NONE, ModelMutant::exitWithIoInHand);

    /** A worker that fails after its I/O has completed completes it again. */
    public static final ModelMutant COMPLETES_TWICE =
            of("spec-completes-twice", GuardFault.NONE, ModelMutant::performAndFail);

    /** A worker whose reopen failed leaves without completing the I/O. */
    public static final ModelMutant FAILURE_FORGOTTEN =
            of("spec-failure-forgotten", GuardFault.NONE, ModelMutant::forgetFailure);

    /** A worker never resets its latch and takes the queue for empty, so that it goes round for ever. */
    public static final ModelMutant SPINS = of("spec-spins", GuardFault.NONE, ModelMutant::spin);

    /** The supervisor does not count the workers that have started and found no slot yet. */
    public static final ModelMutant STARTS_TOO_MANY =
            of("spec-starts-too-many", ModelMutant::startUncounted, EffectFault.NONE);

    /** The supervisor tolerates one worker too many. */
    public static final ModelMutant RETIRES_TOO_LATE =
            of("spec-retires-too-late", ModelMutant::requestShutdownTooLate, EffectFault.NONE);

    private static ModelMutant of(String subject, Variant variant) {
        return new ModelMutant(subject, variant, GuardFault.NONE, EffectFault.NONE);
    }

    private static ModelMutant of(String subject, GuardFault guard, EffectFault effect) {
        return new ModelMutant(subject, Variant.REFERENCE, guard, effect);
    }

    /** The faulty protocol. */
    public Protocol within(Bounds bounds) {
        return new FaultyProtocol(Protocol.of(bounds, variant.named(subject)), guard, effect);
    }

    private static Variant variantWith(WakeupPolicy policy) {
        return Variant.REFERENCE.with(policy);
    }

    private static Variant variantWith(IdlePolicy policy) {
        return Variant.REFERENCE.with(policy);
    }

    private static Variant variantWith(ExitPolicy policy) {
        return Variant.REFERENCE.with(policy);
    }

    private static WakeupPolicy wakeup(Choice onSubmit, FanOut fanOut) {
        return new WakeupPolicy(onSubmit, Choice.LOWEST, fanOut);
    }

    private static ProtocolState fillLastSlot(ProtocolState before, Action action, ProtocolState right) {
        if (!(action instanceof SubmitterAction.Submit submit) || right.leftoverCount(submit.submitter()) == 0) {
            return right;
        }
        int submitter = submit.submitter();
        return right.with(next -> {
            next.insert(right.leftover(submitter, 0));
            next.dropLeftover(submitter);
            if (right.leftoverCount(submitter) == 1
                    && right.submitterPoint(submitter) == SubmitterPoint.PERFORM_SYNCHRONOUSLY) {
                next.submitterPoint(submitter, SubmitterPoint.READY);
            }
        });
    }

    private static ProtocolState exitWithIoInHand(ProtocolState before, Action action, ProtocolState right) {
        if (!(action instanceof WorkerAction.Reopen reopen) || !before.isExitRequested(reopen.worker())) {
            return right;
        }
        return right.with(next -> {
            next.hand(reopen.worker(), 0);
            next.point(reopen.worker(), WorkerPoint.DEREGISTER);
        });
    }

    private static ProtocolState performAndFail(ProtocolState before, Action action, ProtocolState right) {
        if (!(action instanceof WorkerAction.Perform perform)) {
            return right;
        }
        return right.with(next -> {
            next.hand(perform.worker(), before.hand(perform.worker()));
            next.point(perform.worker(), WorkerPoint.COMPLETE_FAILED);
        });
    }

    private static ProtocolState forgetFailure(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.CompleteFailed failed
                ? right.with(next -> next.io(before.hand(failed.worker()), IoStatus.SUBMITTED))
                : right;
    }

    private static ProtocolState spin(ProtocolState before, Action action, ProtocolState right) {
        if (action instanceof WorkerAction.ResetLatch reset) {
            return right.with(next -> next.latch(reset.worker(), true));
        }
        return action instanceof WorkerAction.Consume consume
                ? before.with(next -> next.point(consume.worker(), WorkerPoint.AWAIT))
                : right;
    }

    private static boolean startUncounted(ProtocolState state, Action action, boolean rightly) {
        return action instanceof PoolAction.StartWorker ? state.running() - state.starting() < state.target() : rightly;
    }

    private static boolean requestShutdownTooLate(ProtocolState state, Action action, boolean rightly) {
        return rightly && !(action instanceof PoolAction.RequestShutdown && state.running() == state.target() + 1);
    }
}
