package dev.latchwork.aio.instance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.aio.AioException;
import dev.latchwork.aio.AioSettings;
import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.HandleState;
import dev.latchwork.aio.HandleView;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoOperation;
import dev.latchwork.aio.IoResult;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.WaitReference;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.management.ObjectName;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator sees. */
class ObservabilityTest {
    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    /** Every kind of event that a run brings about is in the recording, with the numbers of the counters. */
    @Test
    void events_whenRecorded_thenAgreeWithTheCounters() throws Exception {
        Path file = Files.write(directory.resolve("file"), new byte[64 * BLOCK]);
        Path dump = directory.resolve("dump.jfr");
        long queued;
        long fallbacks;
        long started;
        long wakeups;
        long useless;
        try (Recording recording = new Recording()) {
            for (String event :
                    Set.of("IoSubmit", "IoExecute", "Wakeup", "UselessWakeup", "SynchronousFallback", "WorkerLife")) {
                recording.enable("dev.latchwork." + event).withoutThreshold();
            }
            recording.start();
            AioInstance aio = AioInstance.start(AioSettings.defaults().withIoWorkerQueueSize(4));
            try (IoSession session = aio.openSession()) {
                readAll(session, FileTarget.forReading(file));
            }
            aio.close();
            queued = aio.statistics().queued();
            fallbacks = aio.statistics().synchronousFallbacks();
            started = aio.statistics().workersStarted();
            wakeups = aio.statistics().submitterWakeups()
                    + aio.statistics().workerWakeups()
                    + aio.statistics().handOvers();
            useless = aio.statistics().uselessWakeups();
            recording.dump(dump);
        }
        Map<String, Long> counts = RecordingFile.readAllEvents(dump).stream()
                .collect(Collectors.groupingBy(ObservabilityTest::shortName, Collectors.counting()));
        assertEquals(64, queued + fallbacks);
        assertEquals(64, counts.get("IoExecute"));
        assertEquals(2, counts.get("IoSubmit"));
        assertEquals(fallbacks, counts.getOrDefault("SynchronousFallback", 0L));
        assertEquals(started, counts.get("WorkerLife"));
        assertEquals(wakeups, counts.getOrDefault("Wakeup", 0L));
        assertEquals(useless, counts.getOrDefault("UselessWakeup", 0L));
        assertTrue(fallbacks > 0 && queued > 0);
    }

    private static String shortName(RecordedEvent event) {
        return event.getEventType().getName().replace("dev.latchwork.", "");
    }

    private static void readAll(IoSession session, FileTarget target) {
        IoResult[] results = new IoResult[64];
        session.enterBatchMode();
        for (int i = 0; i < results.length; i++) {
            results[i] = new IoResult();
            session.acquire(results[i]).startRead(target, ByteBuffer.allocate(BLOCK), (long) i * BLOCK);
        }
        session.exitBatchMode();
    }

    /** The counters are attributes of an MBean while it is registered. */
    @Test
    void monitoring_whenRegistered_thenCountersAreAttributes() throws Exception {
        Path file = Files.write(directory.resolve("file"), new byte[64 * BLOCK]);
        ObjectName name = new ObjectName("dev.latchwork:type=Aio,name=\"test\"");
        try (AioInstance aio = AioInstance.start(AioSettings.defaults())) {
            try (AioMonitoring monitoring = AioMonitoring.register(aio, "test")) {
                try (IoSession session = aio.openSession()) {
                    readAll(session, FileTarget.forReading(file));
                }
                assertEquals(name, monitoring.name());
                AioException taken = assertThrows(AioException.class, () -> AioMonitoring.register(aio, "test"));
                assertTrue(
                        taken.getMessage().startsWith("could not register instance \"test\" with JMX: "),
                        taken::toString);
                assertEquals(
                        aio.statistics().queued(),
                        ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Queued"));
                assertEquals(3, ManagementFactory.getPlatformMBeanServer().getAttribute(name, "IoWorkers"));
            }
            assertTrue(ManagementFactory.getPlatformMBeanServer()
                    .queryNames(name, null)
                    .isEmpty());
            AioMonitoring again = AioMonitoring.register(aio, "test");
            again.close();
            AioException gone = assertThrows(AioException.class, again::close);
            assertTrue(gone.getMessage().startsWith("could not unregister " + name + ": "), gone::toString);
        }
    }

    /** pg_aios: a handle is shown from its handing out to its reclaim, with what is known of it. */
    @Test
    void handles_whenInUse_thenShowsWhatIsKnown() throws Exception {
        Path file = Files.write(directory.resolve("file"), new byte[64 * BLOCK]);
        FileTarget target = FileTarget.forReading(file);
        try (AioInstance aio = AioInstance.start(AioSettings.defaults());
                IoSession session = aio.openSession()) {
            assertTrue(aio.handles().isEmpty());
            session.enterBatchMode();
            IoHandle handle = session.acquire(new IoResult());
            HandleView handedOut = aio.handles().get(0);
            assertEquals(HandleState.HANDED_OUT, handedOut.state());
            assertNull(handedOut.operation());
            WaitReference reference = new WaitReference();
            handle.reference(reference);
            handle.startRead(target, ByteBuffer.allocate(BLOCK), BLOCK);
            assertEquals(
                    new HandleView(
                            0,
                            handle.id(),
                            1,
                            HandleState.STAGED,
                            IoOperation.READ,
                            BLOCK,
                            BLOCK,
                            target.describe(),
                            null,
                            IoResult.Status.UNKNOWN,
                            false),
                    aio.handles().get(0));
            session.exitBatchMode();
            session.await(reference);
            assertTrue(aio.handles().isEmpty());
        }
    }
}
