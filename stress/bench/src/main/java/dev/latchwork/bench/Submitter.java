package dev.latchwork.bench;

import dev.latchwork.bench.engine.Lane;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * One submitting thread with its times. It thinks before each batch, busily, so that the workers have gone to sleep when
 * the batch comes: without that no engine wakes anybody and all look alike.
 */
@State(Scope.Thread)
public class Submitter {
    private static final int THINK_FROM_NANOS = 100_000;
    private static final int THINK_TO_NANOS = 300_000;
    /** Batches of an iteration whose times are kept; thinking alone takes longer than this allows for 6 s. */
    private static final int ROOM = 1 << 16;

    private final ThreadMXBean clock = ManagementFactory.getThreadMXBean();
    private final SplittableRandom random = new SplittableRandom(1);
    private final long[] submitCpu = new long[ROOM];
    private final long[] batchWall = new long[ROOM];
    private int batches;
    private int seed;
    private long switchesBefore;
    /** Bytes that this class allocated for itself in the iteration. */
    private long bookkeeping;

    private Lane lane;

    /** Opens the lane. */
    @Setup(Level.Trial)
    public void open(EngineState engine) {
        lane = engine.openLane();
    }

    /** Forgets the times of the iteration before. */
    @Setup(Level.Iteration)
    public void begin() throws IOException {
        long before = AllocationMeter.ofThread();
        batches = 0;
        switchesBefore = VoluntarySwitches.ofThread();
        bookkeeping = AllocationMeter.ofThread() - before;
    }

    /** Hands the times over. */
    @TearDown(Level.Iteration)
    public void end() throws IOException {
        long before = AllocationMeter.ofThread();
        long switches = VoluntarySwitches.ofThread() - switchesBefore;
        IterationRecord.add(Arrays.copyOf(submitCpu, batches), Arrays.copyOf(batchWall, batches), switches);
        bookkeeping += AllocationMeter.ofThread() - before;
        IterationRecord.addBookkeeping(bookkeeping);
    }

    /** Keeps the processor busy for 100 to 300 us. */
    @Setup(Level.Invocation)
    public void think() {
        long end = System.nanoTime() + random.nextInt(THINK_FROM_NANOS, THINK_TO_NANOS);
        while (System.nanoTime() < end) {
            seed = seed * 31 + 1;
            Thread.onSpinWait();
        }
    }

    /** Submits the batch and waits for it. The processor time of the submit includes one look at its clock. */
    int runBatch() {
        long start = System.nanoTime();
        long cpu = clock.getCurrentThreadCpuTime();
        lane.submit();
        cpu = clock.getCurrentThreadCpuTime() - cpu;
        lane.awaitAll();
        long wall = System.nanoTime() - start;
        if (batches < ROOM) {
            submitCpu[batches] = cpu;
            batchWall[batches] = wall;
            batches++;
        }
        return seed;
    }
}
