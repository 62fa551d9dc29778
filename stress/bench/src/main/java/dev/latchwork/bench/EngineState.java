package dev.latchwork.bench;

import dev.latchwork.bench.engine.Engine;
import dev.latchwork.bench.engine.EngineCounts;
import dev.latchwork.bench.engine.EngineKind;
import dev.latchwork.bench.engine.Lane;
import dev.latchwork.bench.engine.Workload;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** The engine of a fork, its file, and what is counted for all threads together. */
@State(Scope.Benchmark)
public class EngineState {
    /** Which engine. */
    @Param("WORKER_METHOD")
    public EngineKind engine;

    /** What an I/O does. */
    @Param("CACHED_READ")
    public Workload workload;

    /** Threads that perform I/Os, 1 to 32. */
    @Param("8")
    public int workers;

    /** I/Os of a batch, 1 to 32. */
    @Param("8")
    public int batch;

    /** Where the fork runs. */
    @Param("ALL")
    public Processors processors;

    private Path file;
    private FileChannel channel;
    private Engine running;
    private final List<Lane> lanes = new ArrayList<>();
    private EngineCounts countsBefore;
    private long allocatedBefore;
    private long switchesBefore;

    /** Writes the file, which is in memory from then on, and makes the engine. */
    @Setup(Level.Trial)
    public void start() throws IOException, InterruptedException {
        processors.confine();
        byte[] content = new byte[batch * Workload.BLOCK];
        new Random(1).nextBytes(content);
        file = Files.write(Files.createTempFile("latchwork-bench", null), content);
        channel = FileChannel.open(file, StandardOpenOption.READ);
        running = engine.make(workload, file, channel, workers, batch);
    }

    /** Ends the engine and deletes the file. */
    @TearDown(Level.Trial)
    public synchronized void stop() throws IOException {
        lanes.forEach(Lane::close);
        running.close();
        channel.close();
        Files.delete(file);
    }

    /** Starts to count. */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        countsBefore = running.counts();
        switchesBefore = VoluntarySwitches.ofProcess();
        // Last, and twice: the first count allocates for its own sake.
        AllocationMeter.ofProcess();
        allocatedBefore = AllocationMeter.ofProcess();
    }

    /** Ends it. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        long bytes = AllocationMeter.ofProcess() - allocatedBefore;
        long switches = VoluntarySwitches.ofProcess() - switchesBefore;
        IterationRecord.finish(running.counts().since(countsBefore), bytes, switches);
    }

    /** A lane for the calling thread; closed with the engine, when all threads have come to the end. */
    synchronized Lane openLane() {
        Lane lane = running.openLane();
        lanes.add(lane);
        return lane;
    }
}
