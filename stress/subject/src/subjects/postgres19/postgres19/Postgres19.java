package postgres19;

import dev.latchwork.aio.worker.ExitPolicy;
import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.aio.worker.WorkerSeams;
import java.util.Set;

/** The worker method as PostgreSQL 19 decides. */
public final class Postgres19 implements WorkerMethodSubject {
    /** Clears its own idle bit and wakes every registered worker, whether I/Os are queued or not. */
    private record WakeAllPeers(boolean clearsIdle, HandOver handOver) implements ExitPolicy {}

    @Override
    public String name() {
        return "postgres-19";
    }

    @Override
    public WorkerSeams seams() {
        return WorkerSeams.reference()
                .withExitPolicy(new WakeAllPeers(true, ExitPolicy.HandOver.ALL_PEERS))
                .withWakeupPolicy(new DampedChain())
                .withNewQueueGate(TryLockGate::new)
                .withRegisterPolicy(() -> false);
    }

    @Override
    public String variant() {
        return "postgres-19";
    }

    @Override
    public Set<String> givesUp() {
        return Set.of("WorkConserving");
    }
}
