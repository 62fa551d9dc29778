package dev.latchwork.nemesis;

import dev.latchwork.verification.Outcome;
import java.util.regex.Pattern;

/**
 * How a mistake shows. A run that goes wrong in another way has not found it: its cause may be the machine, or the test.
 *
 * @param faults what the run's fault begins with or contains
 */
public record Symptom(Pattern faults) {
    /** A hang: an I/O that nobody performs, or an instance that cannot close. */
    private static final String HUNG = "hung for more than";

    /** A worker sets the latch of one that has left, or a submitter chooses one and wakes nobody. */
    public static final Symptom FAULT_A = of("SetLatch\\(NULL\\)|" + HUNG);

    /** Nobody is woken. */
    public static final Symptom HANG = of(HUNG);

    /** The symptom of these faults. */
    public static Symptom of(String regex) {
        return new Symptom(Pattern.compile(regex));
    }

    /** Violated if the fault is this symptom, held if there is none, broken if it is another. */
    Outcome verdict(String fault) {
        if (fault == null) {
            return Outcome.HELD;
        }
        return faults.matcher(fault).find() ? Outcome.VIOLATED : Outcome.BROKEN;
    }
}
