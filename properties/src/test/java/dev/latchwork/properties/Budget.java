package dev.latchwork.properties;

/**
 * How many tries each family of properties gets. The system property {@code latchwork.properties.<family>.tries} sets one,
 * such as {@code latchwork.properties.worker-method.tries}, and {@code latchwork.properties.factor} multiplies those that are
 * not set; the defaults fit into a short build.
 */
enum Budget {
    SUBMISSION_QUEUE("submission-queue", 1_000),
    IDLE_SET("idle-set", 1_000),
    MODEL("model", 2_000),
    MODEL_VARIANT("model-variant", 1_000),
    HANDLE_LIFE("handle-life", 1_000),
    REGISTRY("registry", 1_000),
    TURNS("turns", 500),
    LARGE_QUEUE("large-queue", 60),
    SHIPPED_STEPS("shipped-steps", 200),
    SHIPPED_STEPS_LONG("shipped-steps-long", 10_000),
    WORKER_METHOD("worker-method", 100),
    WORKER_METHOD_LONG("worker-method-long", 1_000);

    private final String setting;
    private final int defaultTries;

    Budget(String family, int defaultTries) {
        this.setting = "latchwork.properties." + family + ".tries";
        this.defaultTries = defaultTries;
    }

    /** Random samples to try, 1 or more. */
    int tries() {
        int tries = Integer.getInteger(setting, defaultTries * Integer.getInteger("latchwork.properties.factor", 1));
        if (tries < 1) {
            throw new IllegalArgumentException(tries + " is outside the valid range for \"" + setting + "\" (1 ..)");
        }
        return tries;
    }
}
