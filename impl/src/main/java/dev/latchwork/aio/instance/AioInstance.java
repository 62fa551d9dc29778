package dev.latchwork.aio.instance;

import com.google.errorprone.annotations.concurrent.GuardedBy;
import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.AioStatistics;
import dev.latchwork.aio.HandleView;
import dev.latchwork.aio.IoMethod;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.execution.InstanceFailure;
import dev.latchwork.aio.execution.MethodOperations;
import dev.latchwork.aio.handle.HandleTable;
import dev.latchwork.aio.session.Session;
import dev.latchwork.aio.sync.SyncMethod;
import dev.latchwork.aio.worker.WorkerMethod;
import dev.latchwork.aio.worker.WorkerSeams;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** The instance: handles, method, sessions. Started here; everything else is {@link Aio}. Thread-safe. */
public final class AioInstance implements Aio {
    private static final AioStatistics NO_WORKERS = new AioStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    private final InstanceFailure failure = new InstanceFailure();
    private final HandleTable handles;
    private final MethodOperations method;
    /** Null with {@code io_method = sync}. */
    private final WorkerMethod workers;

    @GuardedBy("this")
    private final BitSet openSessions = new BitSet();

    @GuardedBy("this")
    private AioSettings settings;

    @GuardedBy("this")
    private boolean closed;

    private AioInstance(AioSettings settings, WorkerSeams seams) {
        this.settings = settings;
        handles = new HandleTable(settings.maxSessions(), settings.ioMaxConcurrency());
        failure.onRaise(this::wakeWaiters);
        workers = settings.ioMethod() == IoMethod.WORKER ? new WorkerMethod(settings, handles, failure, seams) : null;
        method = workers == null ? new SyncMethod() : workers;
    }

    /** Starts an instance; its workers start in the background. */
    public static AioInstance start(AioSettings settings) {
        return start(settings, WorkerSeams.reference());
    }

    /** The same with other parts, for variants and tests. */
    public static AioInstance start(AioSettings settings, WorkerSeams seams) {
        return new AioInstance(settings, seams);
    }

    private void wakeWaiters() {
        for (int id = 0; id < handles.size(); id++) {
            handles.get(id).completed().broadcast();
        }
    }

    @Override
    public synchronized AioSettings settings() {
        return settings;
    }

    @Override
    public synchronized IoSession openSession() {
        checkRunning();
        int number = openSessions.nextClearBit(0);
        if (number >= settings.maxSessions()) {
            throw new AioException("too many sessions: \"max_sessions\" is " + settings.maxSessions());
        }
        openSessions.set(number);
        return new Session(number, handles, settings.ioSubmitBatchSize(), method, failure, this::sessionClosed);
    }

    private synchronized void sessionClosed(Session session) {
        openSessions.clear(session.number());
    }

    @Override
    public synchronized void reload(int ioWorkers) {
        checkRunning();
        settings = settings.withIoWorkers(ioWorkers);
        if (workers != null) {
            workers.reload(ioWorkers);
        }
    }

    @Override
    public synchronized void reload(AioSettings newSettings) {
        if (!newSettings.withIoWorkers(settings.ioWorkers()).equals(settings)) {
            throw new IllegalArgumentException("only \"io_workers\" can be changed without restarting the instance: "
                    + settings + " cannot become " + newSettings);
        }
        reload(newSettings.ioWorkers());
    }

    @Override
    public boolean interruptWorker(int worker) {
        return workers != null && workers.interrupt(worker);
    }

    @Override
    public List<HandleView> handles() {
        List<HandleView> views = new ArrayList<>();
        for (int id = 0; id < handles.size(); id++) {
            HandleView view = handles.get(id).view(handles.perSession());
            if (view != null) {
                views.add(view);
            }
        }
        return List.copyOf(views);
    }

    @Override
    public AioStatistics statistics() {
        return workers == null ? NO_WORKERS : workers.statistics();
    }

    @GuardedBy("this")
    private void checkRunning() {
        if (closed) {
            throw new AioException("this instance is closed");
        }
        failure.check();
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        if (!openSessions.isEmpty() && !failure.isRaised()) {
            throw new AioException(openSessions.cardinality() + " sessions are open; close them before the instance");
        }
        closed = true;
        method.close();
    }
}
