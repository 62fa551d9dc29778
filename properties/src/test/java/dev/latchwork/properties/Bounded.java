package dev.latchwork.properties;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;

/** Gives what may hang a time in which it must end. */
final class Bounded {
    private Bounded() {}

    /**
     * What {@code body} returns, or throws. It runs in a thread of its own, which is left behind when it hangs: a wait
     * that is not interruptible cannot be ended from outside.
     *
     * @throws Violation with the stacks of all threads that run code of this project, if the body has not ended in time
     */
    static <T> T call(Duration bound, Callable<T> body) throws Exception {
        FutureTask<T> task = new FutureTask<>(body);
        Thread thread = new Thread(task, "one try");
        thread.setDaemon(true);
        thread.start();
        try {
            return task.get(bound.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw new Violation("something hangs: no end after " + bound + System.lineSeparator() + stacks(), e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (Exception) e.getCause();
        }
    }

    private static String stacks() {
        return Arrays.stream(ManagementFactory.getThreadMXBean().dumpAllThreads(true, true))
                .map(ThreadInfo::toString)
                .filter(stack -> stack.contains("dev.latchwork"))
                .collect(Collectors.joining());
    }
}
