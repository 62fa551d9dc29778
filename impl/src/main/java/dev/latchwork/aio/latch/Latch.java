package dev.latchwork.aio.latch;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/**
 * A sticky flag that one thread, the owner, can wait for: set by anybody, reset by the owner. Setting a latch that is set
 * has no effect; a set that precedes the wait is not lost. It does not count.
 *
 * <p>The owner uses it in one of two loops, and no other:
 *
 * <pre>{@code
 * for (;;) {                              for (;;) {
 *     latch.reset();                          if (something to do) { do it; }
 *     if (something to do) { do it; }         latch.await();
 *     latch.await();                          latch.reset();
 * }                                       }
 * }</pre>
 *
 * <p>Whoever gives the owner something to do does so first and sets the latch after. What must not be is a test for
 * something to do between {@code await} and {@code reset}: a set that arrives in between is eaten.
 *
 * <p>Memory consistency effects: what a thread did before {@link #set} is visible to the owner after the
 * {@link #reset} that follows the wait, also when the latch was set already.
 */
public class Latch {
    /*
     * Overview.
     * 1 What it is: two flags and a parker. isSet is the latch. maybeSleeping says that the owner is in, or on its way
     *   into, the parker, so that a set costs a system call only when somebody sleeps.
     * 2 Corresponds to: latch.c, SetLatch, ResetLatch, WaitLatch; variable latch of the specification, actions
     *   SubmitSetLatch, WakePeer, HandOver (set), Await, ResetLatch.
     * 3 Representation:
     *     field          read            written                 by
     *     isSet          opaque          opaque, then a fence    anybody (true), owner (false)
     *     maybeSleeping  opaque          opaque, then a fence    owner
     * 4 Invariants: after the owner has parked for good, isSet is false, or an unpark is on its way.
     * 5 Guards and lock order: none; set is called without the queue lock by submitters and workers, and with it by the
     *   supervisor. It takes no lock itself.
     * 6 Linearization points: the store to isSet.
     * 7 Memory ordering: a Dekker pattern, twice. Each side stores its own flag, passes a store-load fence, and loads the
     *   other's:
     *     setter: [work] fence; isSet? ; isSet = true; fence; maybeSleeping?
     *     owner:  maybeSleeping = true; fence; isSet?           isSet = false; fence; [work]?
     *   Without the second fence of the setter, or the first of the owner, both may load the old value: the owner parks
     *   and nobody unparks it. Without the first of the setter, or the second of the owner, a setter may find the latch
     *   still set although the owner has already looked for work and missed it. Store-load is the one reordering that
     *   amd64 does too, so mutant M01 (no fence) is killed by jcstress on any machine. A lock around [work] would give
     *   the fences for some callers; the latch does not rely on its callers.
     * 8 Blocking and wakeup argument: the owner parks only after it has announced maybeSleeping and then, behind the
     *   fence, still seen isSet false. A setter that the owner did not see stores isSet before its own fence, so it sees
     *   the announcement and unparks. The parker keeps a permit, so the order of park and unpark does not matter.
     * 9 Departures: PostgreSQL wakes by signal or kqueue/eventfd and looks the owner up by process id; here the parker
     *   knows the thread. The two decisions (wouldPark, setNeedsUnpark) are methods of their own, so that a checker can
     *   judge them without parking.
     */
    private static final VarHandle IS_SET;
    private static final VarHandle MAYBE_SLEEPING;

    static {
        try {
            MethodHandles.Lookup lookup = MethodHandles.lookup();
            IS_SET = lookup.findVarHandle(Latch.class, "isSet", boolean.class);
            MAYBE_SLEEPING = lookup.findVarHandle(Latch.class, "maybeSleeping", boolean.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    @SuppressWarnings("unused") // through IS_SET
    private boolean isSet;

    @SuppressWarnings("unused") // through MAYBE_SLEEPING
    private boolean maybeSleeping;

    private final Parker parker;

    public Latch() {
        this(new ThreadParker());
    }

    public Latch(Parker parker) {
        this.parker = parker;
    }

    /** Makes the calling thread the owner. The flag stays as it is: a set by whoever still knew the last owner is spurious. */
    public void own() {
        parker.own();
    }

    /** Leaves the latch without an owner. */
    public void disown() {
        parker.disown();
    }

    /** Sets the latch and wakes the owner if it sleeps. Any thread; blocks nobody. */
    public void set() {
        if (setNeedsUnpark()) {
            parker.unpark();
        }
    }

    /** Waits until the latch is set; returns at once if it is. Owner only. Not interruptible. */
    public void await() {
        while (wouldPark()) {
            parker.park();
        }
        stopSleeping();
    }

    /**
     * The same, for at most about this long.
     *
     * @param nanos nanoseconds, above 0
     */
    public void awaitNanos(long nanos) {
        if (wouldPark()) {
            parker.parkNanos(nanos);
        }
        stopSleeping();
    }

    /** Makes the latch unset. Owner only; look for work after this, never before. */
    public void reset() {
        IS_SET.setOpaque(this, false);
        storeLoadFence();
    }

    public boolean isSet() {
        return (boolean) IS_SET.getOpaque(this);
    }

    /** The setter's decision: sets the latch; true if the owner must be unparked. */
    public boolean setNeedsUnpark() {
        storeLoadFence();
        if (isSet()) {
            return false;
        }
        IS_SET.setOpaque(this, true);
        storeLoadFence();
        return (boolean) MAYBE_SLEEPING.getOpaque(this);
    }

    /** The owner's decision: announces that it is about to sleep; true if it has to park. */
    public boolean wouldPark() {
        if (isSet()) {
            return false;
        }
        MAYBE_SLEEPING.setOpaque(this, true);
        storeLoadFence();
        return !isSet();
    }

    private void stopSleeping() {
        MAYBE_SLEEPING.setOpaque(this, false);
    }

    /** Orders the stores before it before the loads after it. */
    protected void storeLoadFence() {
        VarHandle.fullFence();
    }
}
