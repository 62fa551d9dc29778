package dev.latchwork.aio.worker;

/**
 * In which thread the steps of a {@link SteppedMethod} run. One step runs at a time, whoever runs it.
 */
public interface ProcessRunner {
    /** Everything in the calling thread. */
    ProcessRunner CALLER = new ProcessRunner() {
        @Override
        public void run(Object process, Runnable step) {
            step.run();
        }
    };

    /**
     * Runs a step to its end in the process's thread.
     *
     * @param process a worker, a submitter or the supervisor; the same object for all its steps
     * @throws RuntimeException whatever the step throws
     */
    void run(Object process, Runnable step);

    /** The process has just come to a wait for a latch that is not set; the step that waits will be run when it is. */
    default void waits(Object process, Runnable step) {}
}
