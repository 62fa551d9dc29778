package postgres19mutants;

import dev.latchwork.aio.worker.ExitPolicy;
import dev.latchwork.aio.worker.WorkerMethodSubject;
import dev.latchwork.aio.worker.WorkerSeams;

/**
 * M130: PostgreSQL 19's exit without its broadcast: a worker that was chosen takes the wakeup with it. Fault B, as somebody
 * would bring it who takes the broadcast for a luxury.
 */
public final class M130_NoBroadcastAtExit implements WorkerMethodSubject {
    private record WakeNobody(boolean clearsIdle, HandOver handOver) implements ExitPolicy {}

    @Override
    public String name() {
        return "M130";
    }

    @Override
    public WorkerSeams seams() {
        return WorkerSeams.reference()
                .withExitPolicy(new WakeNobody(true, ExitPolicy.HandOver.NOBODY))
                .withRegisterPolicy(() -> false);
    }
}
