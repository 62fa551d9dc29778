package dev.latchwork.lincheck.mutants;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;

/** M04: the queue's critical sections lock nothing, so two inserts can take one slot and two consumers one I/O. */
public final class M04_NoLock implements Lock {
    @Override
    public void lock() {
        // The mistake.
    }

    @Override
    public void unlock() {
        // Nothing was locked.
    }

    @Override
    public void lockInterruptibly() {
        throw new UnsupportedOperationException("the queue lock is not used so");
    }

    @Override
    public boolean tryLock() {
        throw new UnsupportedOperationException("the queue lock is not used so");
    }

    @Override
    public boolean tryLock(long time, TimeUnit unit) {
        throw new UnsupportedOperationException("the queue lock is not used so");
    }

    @Override
    public Condition newCondition() {
        throw new UnsupportedOperationException("the queue lock is not used so");
    }
}
