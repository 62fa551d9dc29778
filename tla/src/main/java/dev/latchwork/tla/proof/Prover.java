package dev.latchwork.tla.proof;

import com.microsoft.z3.BoolExpr;
import com.microsoft.z3.Params;
import com.microsoft.z3.Solver;
import com.microsoft.z3.Status;
import dev.latchwork.verification.Outcome;
import java.time.Duration;

/**
 * Asks Z3. Confined to the thread of its {@link Terms}.
 *
 * <p>Z3 answers that there is such a state, that there is none, or that it does not know: because time is up, or because it
 * gave up. The last is {@link Outcome#UNKNOWN} and never counts as held.
 */
public final class Prover {
    /** How long one question may take; the slowest takes some seconds when the machine has nothing else to do. */
    public static final Duration LIMIT = Duration.ofMinutes(3);

    private final Terms t;
    private final Duration limit;

    /** A prover that gives up on a question after {@link #LIMIT}. */
    public Prover(Terms t) {
        this(t, LIMIT);
    }

    /** A prover that gives up on a question after {@code limit}, at least a millisecond. */
    public Prover(Terms t, Duration limit) {
        this.t = t;
        this.limit = limit;
    }

    /** Whether the formula is true of nothing: held; violated if it is true of something. */
    public Outcome refute(BoolExpr formula) {
        return outcome(solver(formula).check());
    }

    /** A solver that has been given the formula, and nothing else. */
    Solver solver(BoolExpr formula) {
        Solver solver = t.z3().mkSolver("QF_BV");
        Params parameters = t.z3().mkParams();
        parameters.add("timeout", (int) limit.toMillis());
        solver.setParameters(parameters);
        solver.add(new BoolExpr[] {formula});
        return solver;
    }

    static Outcome outcome(Status status) {
        return switch (status) {
            case UNSATISFIABLE -> Outcome.HELD;
            case SATISFIABLE -> Outcome.VIOLATED;
            case UNKNOWN -> Outcome.UNKNOWN;
        };
    }
}
