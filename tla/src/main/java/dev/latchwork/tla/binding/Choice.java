package dev.latchwork.tla.binding;

import dev.latchwork.aio.worker.SteppedMethod;

/** One thing that can happen next: who moves, and what the environment decides. Its text is that of a replayed path. */
sealed interface Choice {
    /** Takes the step; the action's text, or null if nothing happened. */
    String take(SteppedMethod method);

    /** Whether the method does it by itself, without a request from outside. */
    default boolean isInternal() {
        return false;
    }

    /** A session submits so many I/Os. */
    record Submit(int session, int count) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.submit(session, count);
        }
    }

    /** A submitter goes on with its batch. */
    record StepSubmitter(int session) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepSubmitter(session);
        }
    }

    /** A session closes. */
    record CloseSession(int session) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.closeSession(session);
        }
    }

    /** A worker goes on; {@code index} counts the workers that run, in the order of their start. */
    record StepWorker(int index, boolean failReopen) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepWorker(index, failReopen);
        }

        @Override
        public boolean isInternal() {
            return !failReopen;
        }
    }

    /** The supervisor goes on, and asks this worker to exit if it asks one. */
    record StepSupervisor(int retiree) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.stepSupervisor(retiree);
        }

        @Override
        public boolean isInternal() {
            return true;
        }
    }

    /** Somebody interrupts the worker in a slot. */
    record Interrupt(int slot) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.interrupt(slot);
        }
    }

    /** Somebody changes io_workers, or closes the instance (0). */
    record Reload(int size) implements Choice {
        @Override
        public String take(SteppedMethod method) {
            return method.reload(size);
        }
    }
}
