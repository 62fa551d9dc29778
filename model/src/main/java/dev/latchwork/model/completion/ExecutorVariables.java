package dev.latchwork.model.completion;

/**
 * The variables of one executor. Immutable.
 *
 * @param point its program point
 * @param executing the handle that it completes, or -1
 * @param remaining waiters that its broadcast still has to unlink
 * @param waking the session that it has unlinked and not woken yet, or -1
 */
public record ExecutorVariables(ExecutorPoint point, int executing, int remaining, int waking) {

    static ExecutorVariables free() {
        return new ExecutorVariables(ExecutorPoint.FREE, -1, 0, -1);
    }

    /** Goes on at {@code next}; whoever is free holds nothing. */
    public ExecutorVariables point(ExecutorPoint next) {
        return new ExecutorVariables(next, next == ExecutorPoint.FREE ? -1 : executing, remaining, waking);
    }

    public ExecutorVariables executing(int next) {
        return new ExecutorVariables(point, next, remaining, waking);
    }

    public ExecutorVariables remaining(int next) {
        return new ExecutorVariables(point, executing, next, waking);
    }

    ExecutorVariables waking(int next) {
        return new ExecutorVariables(point, executing, remaining, next);
    }
}
