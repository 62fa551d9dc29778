package dev.latchwork.aio.latch;

/**
 * A list of waiters that a broadcast wakes. The predicate belongs to the caller and is tested between
 * {@link #prepareToSleep} and {@link #sleep}, so that a broadcast in between is seen.
 *
 * <pre>{@code
 * variable.prepareToSleep(waiter);
 * while (!predicate) {
 *     variable.sleep(waiter);
 * }
 * variable.cancelSleep(waiter);
 * }</pre>
 *
 * <p>Memory consistency effects: what a thread did before {@link #broadcast} is visible to a waiter that it woke.
 */
public class ConditionVariable {
    /*
     * Overview.
     * 1 What it is: a first-in-first-out list of waiters, each with the latch of its thread.
     * 2 Corresponds to: condition_variable.c, ConditionVariablePrepareToSleep, ConditionVariableSleep,
     *   ConditionVariableCancelSleep, ConditionVariableBroadcast.
     * 3 Representation: intrusive doubly linked list; waiter.list says on which variable a waiter is, if any.
     * 4 Invariants: a waiter is on at most one variable; it was taken off by somebody else only if its latch has been, or
     *   is about to be, set.
     * 5 Guards and lock order: the list is guarded by this variable's monitor, which is held for a few instructions and
     *   never together with another lock of the project. Latches are set outside.
     * 6 Linearization points: the unlinking of a waiter.
     * 7 Memory ordering: the monitor. A completer publishes its state, then takes the monitor; a waiter takes the monitor
     *   to enlist, then tests the state. Whichever takes it second sees what the other did: either the waiter sees the
     *   state, or the broadcast sees the waiter. That the broadcast counts the waiters under the monitor, although it could
     *   look for an empty list without, is part of this: its load would overtake the store of the state (mutant M24).
     * 8 Blocking and wakeup argument: sleep returns only after the waiter has been unlinked by a broadcast (and has
     *   enlisted again, before its caller tests the predicate), or spuriously after its latch was set for another reason.
     *   broadcast wakes those that were waiting when it began, counted at its start: without the bound, a waiter that
     *   keeps coming back could hold it for ever.
     * 9 Departures: PostgreSQL bounds the broadcast by a sentinel at the list's end instead of a count, and keeps the
     *   list under a spinlock.
     */

    /** A thread's entry: its latch and its place on one condition variable. */
    public static final class Waiter {
        private final Latch latch;
        private ConditionVariable list;
        private Waiter previous;
        private Waiter next;

        public Waiter(Latch latch) {
            this.latch = latch;
        }

        public Latch latch() {
            return latch;
        }
    }

    private Waiter first;
    private Waiter last;
    private int waiting;

    /** Enlists the waiter; legal when it is on no variable. */
    public synchronized void prepareToSleep(Waiter waiter) {
        if (waiter.list != null) {
            throw new IllegalStateException("waiter is already on a condition variable");
        }
        append(waiter);
    }

    /** Waits for a broadcast, or for any other set of the waiter's latch; the waiter is on the list again on return. */
    public final void sleep(Waiter waiter) {
        waiter.latch.await();
        waiter.latch.reset();
        enlistAgain(waiter);
    }

    private synchronized void enlistAgain(Waiter waiter) {
        if (waiter.list == null) {
            append(waiter);
        }
    }

    /** Takes the waiter off the list if it is still there. */
    public synchronized void cancelSleep(Waiter waiter) {
        if (waiter.list == this) {
            unlink(waiter);
        }
    }

    /** Wakes all that are waiting now. */
    public final void broadcast() {
        int remaining = waiting();
        while (remaining > 0) {
            Waiter waiter = removeFirst();
            if (waiter == null) {
                return;
            }
            waiter.latch.set();
            remaining--;
        }
    }

    /** How many wait now; under the monitor, since a broadcast that missed a waiter must be one that the waiter sees. */
    protected synchronized int waiting() {
        return waiting;
    }

    private synchronized Waiter removeFirst() {
        Waiter waiter = first;
        if (waiter != null) {
            unlink(waiter);
        }
        return waiter;
    }

    private void append(Waiter waiter) {
        waiter.list = this;
        waiter.previous = last;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
        waiting++;
    }

    private void unlink(Waiter waiter) {
        if (waiter.previous == null) {
            first = waiter.next;
        } else {
            waiter.previous.next = waiter.next;
        }
        if (waiter.next == null) {
            last = waiter.previous;
        } else {
            waiter.next.previous = waiter.previous;
        }
        waiter.list = null;
        waiter.previous = null;
        waiter.next = null;
        waiting--;
    }
}
