package dev.latchwork.properties;

import dev.latchwork.model.Action;
import dev.latchwork.model.WorkerAction;

/** Workers in a row that left after a failed reopen without having performed an I/O, counted along a walk. */
final class FruitlessCount {
    private final boolean[] performed;
    private final boolean[] failed;
    private int inARow;

    FruitlessCount(int workers) {
        performed = new boolean[workers];
        failed = new boolean[workers];
    }

    /** An action was taken. */
    void count(Action action) {
        if (!(action instanceof WorkerAction step)) {
            return;
        }
        int worker = step.worker();
        if (action instanceof WorkerAction.Register) {
            performed[worker] = false;
            failed[worker] = false;
        } else if (action instanceof WorkerAction.Perform) {
            performed[worker] = true;
        } else if (action instanceof WorkerAction.CompleteFailed) {
            failed[worker] = true;
        } else if (action instanceof WorkerAction.Deregister) {
            inARow = failed[worker] && !performed[worker] ? inARow + 1 : 0;
        }
    }

    int inARow() {
        return inARow;
    }
}
