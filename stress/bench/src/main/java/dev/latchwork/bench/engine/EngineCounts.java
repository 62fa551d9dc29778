package dev.latchwork.bench.engine;

/**
 * Counts of events, or {@link #UNKNOWN} where an engine has no such counter.
 *
 * @param inlineIos I/Os that the submitter performed itself
 * @param submitterWakeups workers woken by submitters
 * @param wakeups workers woken by anybody
 * @param uselessWakeups workers woken that found nothing to do
 */
public record EngineCounts(long inlineIos, long submitterWakeups, long wakeups, long uselessWakeups) {
    /** No such counter. */
    public static final long UNKNOWN = -1;

    /** Counts of an engine that knows only which I/Os its submitters performed. */
    static EngineCounts ofInline(long inlineIos) {
        return new EngineCounts(inlineIos, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    /** What was added since {@code before}. */
    public EngineCounts since(EngineCounts before) {
        return new EngineCounts(
                difference(inlineIos, before.inlineIos),
                difference(submitterWakeups, before.submitterWakeups),
                difference(wakeups, before.wakeups),
                difference(uselessWakeups, before.uselessWakeups));
    }

    private static long difference(long now, long before) {
        return now == UNKNOWN ? UNKNOWN : now - before;
    }
}
