package dev.latchwork.tla.recorded;

import dev.latchwork.model.trace.TraceSample;
import dev.latchwork.tla.TlcRun;
import dev.latchwork.tla.TlcRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets TLC judge samples of recorded runs: each event must be the action of the specification that it names, with what it
 * names, and leave what the code saw. All samples go through one run of TLC. Thread-safe.
 *
 * <p>A sample is accepted only if TLC says that it took the last event. TLC must also end without an error, with no state
 * left, and, where every sample is accepted, with exactly as many states as there are entries and samples: so a module that
 * constrains nothing, or a trace that branches, is not taken for an accepted one.
 */
public final class TraceJudge {
    private static final Pattern SAID = Pattern.compile("<<\"(ACCEPTED|REFUSED)\", (\\d+)(?:, (\\d+))?>>");
    /** What {@link Verdict#refusedAt} is of a sample that was accepted. */
    public static final int ACCEPTED = 0;

    private final TlcRunner tlc;

    /** A judge that runs TLC so. */
    public TraceJudge(TlcRunner tlc) {
        this.tlc = tlc;
    }

    /**
     * What came of all samples.
     *
     * @param refusedAt for each sample the first event that is no step, counted from 1; {@link #ACCEPTED} if there is none
     * @param events entries that TLC went through
     * @param states distinct states
     */
    public record Verdict(List<Integer> refusedAt, long events, long states) {
        /** Copies the list. */
        public Verdict {
            refusedAt = List.copyOf(refusedAt);
        }
    }

    /**
     * Judges the samples.
     *
     * @param sessions sessions have numbers below this one
     * @param explains whether some are expected to be refused; it costs as much again
     * @throws IOException if TLC could not be run to its end, or said something that is no verdict
     * @throws InterruptedException if the caller is interrupted
     */
    public Verdict judge(List<TraceSample> samples, int sessions, boolean explains)
            throws IOException, InterruptedException {
        TraceModule module = new TraceModule(samples, sessions, explains);
        TlcRun run = tlc.runGenerated("TraceWorkerMethod", TraceModule.NAME, module.text(), module.configuration());
        if (!run.withinLimit()
                || run.exit() != 0
                || !run.saysNoError()
                || run.leftOnQueue().orElse(-1) != 0) {
            throw new IOException("TLC did not judge the traces: exit " + run.exit() + "\n" + run.tail());
        }
        Integer[] refusedAt = new Integer[samples.size()];
        for (String line : run.lines()) {
            Matcher said = SAID.matcher(line);
            if (said.matches()) {
                int sample = Integer.parseInt(said.group(2)) - 1;
                if (refusedAt[sample] != null) {
                    throw new IOException("TLC has two verdicts on trace " + (sample + 1));
                }
                refusedAt[sample] = said.group(1).equals("ACCEPTED") ? ACCEPTED : Integer.parseInt(said.group(3));
            }
        }
        List<Integer> verdicts = new ArrayList<>();
        for (int sample = 0; sample < refusedAt.length; sample++) {
            if (refusedAt[sample] == null) {
                if (explains) {
                    throw new IOException("TLC has no verdict on trace " + (sample + 1));
                }
                // Somewhere it could not go on; where, only a run that explains can say.
                return judge(samples, sessions, true);
            }
            verdicts.add(refusedAt[sample]);
        }
        return counted(module, run, verdicts);
    }

    private static Verdict counted(TraceModule module, TlcRun run, List<Integer> verdicts) throws IOException {
        long states = run.distinct().orElse(0);
        long expected = module.entries() + verdicts.size();
        if (verdicts.stream().allMatch(at -> at == ACCEPTED) && states != expected) {
            throw new IOException("accepted traces have one behaviour each, which makes " + expected
                    + " states, but TLC found " + states);
        }
        return new Verdict(verdicts, module.entries(), states);
    }
}
