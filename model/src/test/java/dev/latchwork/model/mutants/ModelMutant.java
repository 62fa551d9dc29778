package dev.latchwork.model.mutants;

import dev.latchwork.model.Action;
import dev.latchwork.model.Bounds;
import dev.latchwork.model.Choice;
import dev.latchwork.model.ExitPolicy;
import dev.latchwork.model.FanOut;
import dev.latchwork.model.HandOver;
import dev.latchwork.model.IdlePolicy;
import dev.latchwork.model.IdleUpdate;
import dev.latchwork.model.IoStatus;
import dev.latchwork.model.LeaverAction;
import dev.latchwork.model.PoolAction;
import dev.latchwork.model.Protocol;
import dev.latchwork.model.ProtocolState;
import dev.latchwork.model.SubmitterAction;
import dev.latchwork.model.SubmitterPoint;
import dev.latchwork.model.Variant;
import dev.latchwork.model.WakeupPolicy;
import dev.latchwork.model.WakeupTarget;
import dev.latchwork.model.Wakeups;
import dev.latchwork.model.WorkerAction;
import dev.latchwork.model.WorkerPoint;
import dev.latchwork.model.mutants.FaultyProtocol.EffectFault;
import dev.latchwork.model.mutants.FaultyProtocol.GuardFault;
import java.util.stream.IntStream;

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
    public static final ModelMutant M40 = of("M40", variantWith(wakeup(bits -> WakeupTarget.NOBODY, FanOut.upTo(2))));

    /** A worker that found the queue empty sleeps without its idle bit, so that nobody can choose it. */
    public static final ModelMutant M44 = of(
            "M44", variantWith(new IdlePolicy(IdleUpdate.MARK, IdleUpdate.KEEP, IdleUpdate.CLEAR, IdleUpdate.CLEAR)));

    /** A worker that consumed keeps its idle bit, so that it is chosen while it is busy. */
    public static final ModelMutant M42 =
            of("M42", variantWith(new IdlePolicy(IdleUpdate.MARK, IdleUpdate.MARK, IdleUpdate.KEEP, IdleUpdate.CLEAR)));

    /** A worker that leaves clears every idle bit instead of its own, so that nobody can choose its sleeping peers. */
    public static final ModelMutant EXIT_CLEARS_ALL = of(
            "spec-exit-clears-all",
            variantWith(new ExitPolicy((idleBits, worker) -> 0, HandOver.ONE_IDLE_PEER, Choice.LOWEST)));

    /** The ring uses its last slot too, so that full looks like empty. */
    public static final ModelMutant M48 = of("M48", GuardFault.NONE, ModelMutant::fillLastSlot);

    /** A worker that fails after its I/O has completed completes it again. */
    public static final ModelMutant M57 = of("M57", GuardFault.NONE, ModelMutant::performAndFail);

    /** A worker whose reopen failed leaves without completing the I/O. */
    public static final ModelMutant M49 = of("M49", GuardFault.NONE, ModelMutant::forgetFailure);

    /** A consumed I/O stays in the queue. */
    public static final ModelMutant M46 = of("M46", GuardFault.NONE, ModelMutant::leaveQueued);

    /** A reopen that failed is reported as a success. */
    public static final ModelMutant M50 = of("M50", GuardFault.NONE, ModelMutant::reportSuccess);

    /** A leaver does not set the latch that it owes. */
    public static final ModelMutant M53 = of("M53", GuardFault.NONE, ModelMutant::forgetLatch);

    /** A worker that ended is not replaced as long as another runs. */
    public static final ModelMutant M55 = of("M55", ModelMutant::startOnlyTheFirst, EffectFault.NONE);

    /** A shutdown request comes without its latch. */
    public static final ModelMutant M56 = of("M56", GuardFault.NONE, ModelMutant::requestSilently);

    /** With exact accounting, a worker that looks and finds nothing stays marked as under way. */
    public static final ModelMutant M58 =
            new ModelMutant("M58", Variant.EXACT, GuardFault.NONE, ModelMutant::keepMarkAtLook);

    /** With exact accounting, a worker that leaves stays marked as under way. */
    public static final ModelMutant M59 =
            new ModelMutant("M59", Variant.EXACT, GuardFault.NONE, ModelMutant::keepMarkAtExit);

    /** With exact accounting, a worker that consumed stays marked as under way. */
    public static final ModelMutant M82 =
            new ModelMutant("M82", Variant.EXACT, GuardFault.NONE, ModelMutant::keepMarkAtConsume);

    /** A session closes without waiting for its I/Os. */
    public static final ModelMutant CLOSES_AT_ONCE =
            of("spec-closes-at-once", ModelMutant::closeAtOnce, EffectFault.NONE);

    /** A worker that ended is replaced though the instance closes. */
    public static final ModelMutant STARTS_AFTER_CLOSE =
            of("spec-starts-after-close", ModelMutant::startAfterClose, EffectFault.NONE);

    /** A worker never resets its latch and takes the queue for empty, so that it goes round for ever. */
    public static final ModelMutant SPINS = of("spec-spins", GuardFault.NONE, ModelMutant::spin);

    /** The supervisor does not count the workers that have started and found no slot yet. */
    public static final ModelMutant M54 = of("M54", ModelMutant::startUncounted, EffectFault.NONE);

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
        return new WakeupPolicy(Wakeups.FAN_OUT, onSubmit, Choice.LOWEST, fanOut);
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

    private static ProtocolState leaveQueued(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.Consume
                ? right.with(next -> {
                    IntStream.range(0, right.depth()).forEach(queued -> next.consume());
                    before.queue().forEach(next::insert);
                })
                : right;
    }

    private static ProtocolState reportSuccess(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.CompleteFailed failed
                ? right.with(next -> next.io(before.hand(failed.worker()), IoStatus.OK))
                : right;
    }

    private static ProtocolState forgetLatch(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof LeaverAction.HandOver ? withLatchesOf(before, right) : right;
    }

    private static ProtocolState requestSilently(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof PoolAction.RequestShutdown ? withLatchesOf(before, right) : right;
    }

    private static ProtocolState withLatchesOf(ProtocolState before, ProtocolState right) {
        return right.with(next ->
                IntStream.range(0, before.bounds().workers()).forEach(w -> next.latch(w, before.isLatchSet(w))));
    }

    private static ProtocolState keepMarkAtLook(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.MarkIdle
                ? right.with(next -> next.underWay(before.underWayBits()))
                : right;
    }

    private static ProtocolState keepMarkAtExit(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.Deregister
                ? right.with(next -> next.underWay(before.underWayBits() | right.underWayBits()))
                : right;
    }

    private static ProtocolState keepMarkAtConsume(ProtocolState before, Action action, ProtocolState right) {
        return action instanceof WorkerAction.Consume
                ? right.with(next -> next.underWay(before.underWayBits() | right.underWayBits()))
                : right;
    }

    private static boolean closeAtOnce(ProtocolState state, Action action, boolean rightly) {
        return action instanceof SubmitterAction.CloseSession close
                ? state.submitterPoint(close.submitter()) == SubmitterPoint.READY
                : rightly;
    }

    private static boolean startAfterClose(ProtocolState state, Action action, boolean rightly) {
        return rightly
                || (action instanceof PoolAction.StartWorker
                        && state.target() == 0
                        && state.running() < state.bounds().poolSize());
    }

    private static boolean startOnlyTheFirst(ProtocolState state, Action action, boolean rightly) {
        return action instanceof PoolAction.StartWorker ? state.running() == state.starting() && rightly : rightly;
    }

    private static boolean startUncounted(ProtocolState state, Action action, boolean rightly) {
        return action instanceof PoolAction.StartWorker ? state.running() - state.starting() < state.target() : rightly;
    }

    private static boolean requestShutdownTooLate(ProtocolState state, Action action, boolean rightly) {
        return rightly && !(action instanceof PoolAction.RequestShutdown && state.running() == state.target() + 1);
    }
}
