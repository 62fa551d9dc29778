package dev.latchwork.tla;

import dev.latchwork.tla.trace.PrintedTrace;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What TLC said in one run. Immutable. */
public final class TlcRun {
    private static final Pattern STATISTICS = Pattern.compile(
            "([\\d,]+) states generated, ([\\d,]+) distinct states found, ([\\d,]+) states left on queue");
    private static final Pattern DEPTH = Pattern.compile("depth of the complete state graph search is (\\d+)");
    private static final Pattern INVARIANT = Pattern.compile("Invariant (\\w+) is violated");

    private final int exit;
    private final boolean withinLimit;
    private final List<String> lines;
    private final List<TlcMessage> messages;

    private TlcRun(int exit, boolean withinLimit, List<String> lines) {
        this.exit = exit;
        this.withinLimit = withinLimit;
        this.lines = List.copyOf(lines);
        this.messages = List.copyOf(TlcMessage.parse(lines));
    }

    static TlcRun of(ChildJvm.Ended ended) {
        return of(ended.exit(), ended.withinLimit(), ended.lines());
    }

    /**
     * A run that ended.
     *
     * @param exit TLC's exit status; without meaning unless {@code withinLimit}
     * @param withinLimit false when TLC was ended because it took too long
     * @param lines TLC's output in tool mode
     */
    public static TlcRun of(int exit, boolean withinLimit, List<String> lines) {
        return new TlcRun(exit, withinLimit, lines);
    }

    /** TLC's exit status; without meaning unless {@link #withinLimit()}. */
    public int exit() {
        return exit;
    }

    /** False when TLC was ended because it took too long. */
    public boolean withinLimit() {
        return withinLimit;
    }

    /** States generated, repetitions included; empty if TLC did not come so far as to count. */
    public OptionalLong generated() {
        return statistic(1);
    }

    /** Distinct states. */
    public OptionalLong distinct() {
        return statistic(2);
    }

    /** States found and not explored. */
    public OptionalLong leftOnQueue() {
        return statistic(3);
    }

    /** The number of states on the longest of the shortest paths; empty if TLC did not say. */
    public OptionalInt depth() {
        return last(TlcMessage.DEPTH)
                .map(message -> DEPTH.matcher(message.text()))
                .filter(Matcher::find)
                .map(matcher -> OptionalInt.of(Integer.parseInt(matcher.group(1))))
                .orElse(OptionalInt.empty());
    }

    /** Whether TLC itself says that it has finished and found no error. */
    public boolean saysNoError() {
        return of(TlcMessage.SUCCESS).findAny().isPresent();
    }

    /** The invariant that TLC names as violated. */
    public Optional<String> violatedInvariant() {
        return Stream.concat(of(TlcMessage.INVARIANT_VIOLATED), of(TlcMessage.INVARIANT_VIOLATED_INITIALLY))
                .map(message -> INVARIANT.matcher(message.text()))
                .filter(Matcher::find)
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** How often each action was taken, if the run counted it. */
    public ActionCoverage coverage() {
        return ActionCoverage.parse(
                of(TlcMessage.ACTION_COVERAGE).map(TlcMessage::text).toList());
    }

    /** The counterexample as TLC prints it, without states if there is none. */
    public PrintedTrace trace() {
        return PrintedTraces.parse(messages);
    }

    /** The texts of all messages with this code, in order. */
    public List<String> texts(int code) {
        return of(code).map(TlcMessage::text).toList();
    }

    /** All of TLC's output. */
    public List<String> lines() {
        return lines;
    }

    /** The end of TLC's output, for an error that has no code of its own. */
    public String tail() {
        return lines.stream().skip(Math.max(0, lines.size() - 20)).collect(Collectors.joining("\n"));
    }

    private OptionalLong statistic(int group) {
        return last(TlcMessage.STATISTICS)
                .map(message -> STATISTICS.matcher(message.text()))
                .filter(Matcher::find)
                .map(matcher ->
                        OptionalLong.of(Long.parseLong(matcher.group(group).replace(",", ""))))
                .orElse(OptionalLong.empty());
    }

    private Optional<TlcMessage> last(int code) {
        return of(code).reduce((earlier, later) -> later);
    }

    private Stream<TlcMessage> of(int code) {
        return messages.stream().filter(message -> message.code() == code);
    }
}
