package dev.latchwork.model.trace;

/** The sides of the protocol's guards and choices, as a run may come to them. Immutable. */
public enum Side {
    SUBMIT_ALL_FIT("Submit: all fit"),
    SUBMIT_SOME_FIT("Submit: some fit"),
    SUBMIT_NONE_FIT("Submit: none fits"),
    SUBMIT_CHOSE("Submit: a worker is chosen"),
    SUBMIT_NOBODY_IDLE("Submit: some fit, nobody is idle"),
    SUBMIT_SET_LATCH_OF_WAITING("SubmitSetLatch: the worker waits"),
    SUBMIT_SET_LATCH_OF_OTHER("SubmitSetLatch: the worker does not wait (yet)"),
    SUBMIT_SET_LATCH_OF_VACANT("SubmitSetLatch: the worker has left"),
    SUBMIT_SET_LATCH_AGAIN("SubmitSetLatch: the latch is set already"),
    SUBMIT_SET_LATCH_BEFORE_LEFTOVER("SubmitSetLatch: then the leftover"),
    SUBMIT_SET_LATCH_LAST("SubmitSetLatch: nothing is left over"),
    PERFORM_SYNCHRONOUSLY_MORE("PerformSynchronously: more is left over"),
    PERFORM_SYNCHRONOUSLY_LAST("PerformSynchronously: the last one"),
    START_WORKER_FIRST("StartWorker: nobody runs"),
    START_WORKER_MORE("StartWorker: others run"),
    START_TAKEN_BACK("StartWorker: the thread cannot be started"),
    REGISTER_LATCH_UNSET("Register: the slot's latch is unset"),
    REGISTER_LATCH_SET("Register: the slot's last owner left its latch set"),
    REGISTER_NEW_SLOT("Register: the slot was never used"),
    REGISTER_USED_SLOT("Register: the slot was used before"),
    CHECK_STAYS("CheckInterrupts: stays"),
    CHECK_LEAVES("CheckInterrupts: leaves"),
    CONSUME_LAST("Consume: nothing is left, wakes nobody"),
    CONSUME_NOBODY_IDLE("Consume: more is left, nobody is idle"),
    CONSUME_WAKES_ONE_FOR_ONE("Consume: one is left, wakes one"),
    CONSUME_WAKES_ONE_OF_TWO("Consume: more are left, only one is idle"),
    CONSUME_WAKES_TWO("Consume: more are left, wakes two"),
    CONSUME_WAS_IDLE("Consume: the worker's own idle bit was set"),
    CONSUME_WAS_NOT_IDLE("Consume: the worker's own idle bit was clear"),
    MARK_IDLE_WAS_IDLE("MarkIdle: the bit was set"),
    MARK_IDLE_WAS_NOT_IDLE("MarkIdle: the bit was clear"),
    WAKE_PEER_WAITING("WakePeer: the peer waits"),
    WAKE_PEER_OTHER("WakePeer: the peer does not wait (yet)"),
    WAKE_PEER_VACANT("WakePeer: the peer has left"),
    WAKE_PEER_AGAIN("WakePeer: the latch is set already"),
    WAKE_PEER_MORE("WakePeer: another is owed"),
    WAKE_PEER_LAST("WakePeer: the last one"),
    REOPEN("Reopen"),
    REOPEN_FAIL("ReopenFail"),
    PERFORM("Perform"),
    COMPLETE_FAILED("CompleteFailed"),
    AWAIT("Await"),
    RESET_LATCH("ResetLatch"),
    DEREGISTER_EMPTY("Deregister: the queue is empty"),
    DEREGISTER_NOBODY_IDLE("Deregister: I/Os are queued, nobody is idle"),
    DEREGISTER_HANDS_OVER("Deregister: I/Os are queued, a peer is chosen"),
    DEREGISTER_WAS_IDLE("Deregister: the idle bit was set"),
    DEREGISTER_WAS_NOT_IDLE("Deregister: the idle bit was clear"),
    DEREGISTER_AFTER_FAILURE("Deregister: after a failed reopen"),
    DEREGISTER_AT_REQUEST("Deregister: at a request"),
    HAND_OVER_TO_WAITING("HandOver: the peer waits"),
    HAND_OVER_TO_OTHER("HandOver: the peer does not wait (yet)"),
    HAND_OVER_TO_VACANT("HandOver: the peer has left"),
    HAND_OVER_AGAIN("HandOver: the latch is set already"),
    EXIT_WORKER("ExitWorker"),
    REQUEST_SHUTDOWN_OF_WAITING("RequestShutdown: the worker waits"),
    REQUEST_SHUTDOWN_OF_OTHER("RequestShutdown: the worker does not wait"),
    REQUEST_SHUTDOWN_WITH_IO("RequestShutdown: the worker has an I/O in hand"),
    INTERRUPT_OF_WAITING("Interrupt: the worker waits"),
    INTERRUPT_OF_OTHER("Interrupt: the worker does not wait"),
    INTERRUPT_WITH_IO("Interrupt: the worker has an I/O in hand"),
    RELOAD_MORE("Reload: a larger pool"),
    RELOAD_FEWER("Reload: a smaller pool"),
    RELOAD_SAME("Reload: the same pool"),
    RELOAD_CLOSE("Reload: the close");

    private final String label;

    Side(String label) {
        this.label = label;
    }

    /** In words, the action first. */
    @Override
    public String toString() {
        return label;
    }
}
