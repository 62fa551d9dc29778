package dev.latchwork.lincheck;

import java.lang.reflect.Method;
import org.jetbrains.lincheck.datastructures.Operation;

/** A whole program as one operation. Lincheck makes one object for each invocation. */
public abstract class Program {
    static final Method RUN;

    static {
        try {
            RUN = Program.class.getMethod("run");
        } catch (NoSuchMethodException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    /** Runs from first to last; throws when something went wrong. */
    @Operation
    public final void run() {
        Invocations.count();
        runProgram();
    }

    /** The program itself. */
    protected abstract void runProgram();
}
