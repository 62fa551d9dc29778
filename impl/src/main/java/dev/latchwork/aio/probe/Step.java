package dev.latchwork.aio.probe;

/**
 * The steps of the protocol: the actions of the specification, by the same names in upper case. Each is one critical
 * section, one latch operation or one completion, and one call of {@link Probe#after}.
 */
public enum Step {
    SUBMIT("Submit"),
    SUBMIT_SYNCHRONOUSLY("SubmitSynchronously"),
    SUBMIT_SET_LATCH("SubmitSetLatch"),
    PERFORM_SYNCHRONOUSLY("PerformSynchronously"),
    START_WORKER("StartWorker"),
    REGISTER("Register"),
    CHECK_INTERRUPTS("CheckInterrupts"),
    CONSUME("Consume"),
    CONSUME_QUIETLY("ConsumeQuietly"),
    MARK_IDLE("MarkIdle"),
    WAKE_PEER("WakePeer"),
    REOPEN("Reopen"),
    REOPEN_FAIL("ReopenFail"),
    PERFORM("Perform"),
    COMPLETE_FAILED("CompleteFailed"),
    AWAIT("Await"),
    RESET_LATCH("ResetLatch"),
    DEREGISTER("Deregister"),
    HAND_OVER("HandOver"),
    EXIT_WORKER("ExitWorker"),
    REQUEST_SHUTDOWN("RequestShutdown"),
    INTERRUPT("Interrupt"),
    RELOAD("Reload");

    private final String action;

    Step(String action) {
        this.action = action;
    }

    /** The action of the specification. */
    public String action() {
        return action;
    }
}
