package dev.latchwork.subject;

import dev.latchwork.aio.latch.Parker;
import dev.latchwork.aio.latch.ThreadParker;
import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.aio.worker.WorkerSeams;

/** A subject's parts for a method whose threads park as the shipped ones do. Stateless. */
final class Parts {
    private Parts() {}

    static WorkerSeams of(WorkerMethodSubject subject) {
        return subject.seams().withNewLatch(() -> subject.newLatch(parker()));
    }

    static Parker parker() {
        return new ThreadParker();
    }
}
