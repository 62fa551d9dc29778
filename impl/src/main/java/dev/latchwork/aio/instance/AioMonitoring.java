package dev.latchwork.aio.instance;

import dev.latchwork.aio.Aio;
import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioMXBean;
import dev.latchwork.aio.AioStatistics;
import java.lang.management.ManagementFactory;
import java.util.function.ToLongFunction;
import javax.management.JMException;
import javax.management.ObjectName;

/** Shows an instance's counters by JMX, from {@link #register} until {@link #close}. Thread-safe. */
public final class AioMonitoring implements AutoCloseable {
    private final ObjectName name;

    private AioMonitoring(ObjectName name) {
        this.name = name;
    }

    /**
     * Registers the instance as {@code dev.latchwork:type=Aio,name=...} with the platform's MBean server.
     *
     * @throws AioException if the name is taken or malformed
     */
    public static AioMonitoring register(Aio aio, String instanceName) {
        try {
            ObjectName name = new ObjectName("dev.latchwork:type=Aio,name=" + ObjectName.quote(instanceName));
            ManagementFactory.getPlatformMBeanServer().registerMBean(new Counters(aio), name);
            return new AioMonitoring(name);
        } catch (JMException e) {
            throw new AioException("could not register instance \"" + instanceName + "\" with JMX: " + e, e);
        }
    }

    /** The registered name. */
    public ObjectName name() {
        return name;
    }

    @Override
    public void close() {
        try {
            ManagementFactory.getPlatformMBeanServer().unregisterMBean(name);
        } catch (JMException e) {
            throw new AioException("could not unregister " + name + ": " + e, e);
        }
    }

    private record Counters(Aio aio) implements AioMXBean {
        private long count(ToLongFunction<AioStatistics> counter) {
            return counter.applyAsLong(aio.statistics());
        }

        @Override
        public int getIoWorkers() {
            return aio.settings().ioWorkers();
        }

        @Override
        public long getQueued() {
            return count(AioStatistics::queued);
        }

        @Override
        public long getSynchronousFallbacks() {
            return count(AioStatistics::synchronousFallbacks);
        }

        @Override
        public long getConsumed() {
            return count(AioStatistics::consumed);
        }

        @Override
        public long getSubmitterWakeups() {
            return count(AioStatistics::submitterWakeups);
        }

        @Override
        public long getWorkerWakeups() {
            return count(AioStatistics::workerWakeups);
        }

        @Override
        public long getHandOvers() {
            return count(AioStatistics::handOvers);
        }

        @Override
        public long getSleeps() {
            return count(AioStatistics::sleeps);
        }

        @Override
        public long getUselessWakeups() {
            return count(AioStatistics::uselessWakeups);
        }

        @Override
        public long getReopenFailures() {
            return count(AioStatistics::reopenFailures);
        }

        @Override
        public long getWorkersStarted() {
            return count(AioStatistics::workersStarted);
        }

        @Override
        public long getWorkersExited() {
            return count(AioStatistics::workersExited);
        }
    }
}
