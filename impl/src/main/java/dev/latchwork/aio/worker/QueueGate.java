package dev.latchwork.aio.worker;

/**
 * What an agent passes on its way to the submission queue, before it takes the queue lock, and once more when it has released
 * it: submitters in Submit, workers when they look. The variation point of PostgreSQL 19's try-lock: there a submitter that
 * finds the queue busy does not wait and performs its batch itself. Thread-safe; the agent that leaves is the one that entered.
 */
public interface QueueGate {
    /** As in the patch: everybody waits for the queue lock, and nothing stands before it. */
    QueueGate OPEN = new QueueGate() {
        @Override
        public boolean tryEnter() {
            return true;
        }

        @Override
        public void enter() {
            // The queue lock does it all.
        }

        @Override
        public void leave() {
            // Nobody was kept out.
        }
    };

    /** A submitter comes: true lets it in, false sends it away to perform its batch itself. */
    boolean tryEnter();

    /** A worker comes, and waits until it may enter. */
    void enter();

    /** Whoever is in leaves. */
    void leave();
}
