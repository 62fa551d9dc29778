package dev.latchwork.model.completion;

/** Program point of an executor. Immutable. */
public enum ExecutorPoint {
    FREE("Free"),
    COMPLETE_SHARED("CompleteShared"),
    BROADCAST("Broadcast"),
    UNLINK_WAITER("UnlinkWaiter"),
    WAKE_WAITER("WakeWaiter");

    private final String label;

    ExecutorPoint(String label) {
        this.label = label;
    }

    /** The word of the protocol, such as {@code Broadcast}. */
    @Override
    public String toString() {
        return label;
    }
}
