package dev.latchwork.properties;

import dev.latchwork.aio.FileTarget;
import dev.latchwork.aio.IoHandle;
import dev.latchwork.aio.IoSession;
import dev.latchwork.aio.IoTarget;
import dev.latchwork.aio.MemoryTarget;
import dev.latchwork.aio.WaitReference;
import dev.latchwork.aio.instance.AioInstance;
import dev.latchwork.properties.Workload.Disturbance;
import dev.latchwork.properties.Workload.Transfer;
import dev.latchwork.properties.Workload.Turn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.atomic.LongAdder;

/** One session's part of a workload. Used by one thread. */
final class Issuer implements Callable<Tally> {
    private final AioInstance aio;
    private final int number;
    private final List<Turn> turns;
    private final Faults faults;
    private final IoTarget sourceFile;
    private final IoTarget sourceShort;
    private final IoTarget sourceFailing;
    private final IoTarget sourceMemory;
    private final Path folder;
    private final Path ownFile;
    private final IoTarget ownTarget;
    private final LongAdder transfers;
    private final AtomicReferenceArray<WaitReference> published;
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    private Tally tally = Tally.NOTHING;

    /**
     * Number {@code number} of the run's sessions.
     *
     * @param published for each session the last I/O that it has submitted; shared by all issuers
     */
    Issuer(
            WorkloadRun run,
            AioInstance aio,
            int number,
            IoTarget sourceFile,
            AtomicReferenceArray<WaitReference> published) {
        this.aio = aio;
        this.number = number;
        this.turns = run.workload().sessions().get(number);
        this.faults = run.workload().faults();
        this.sourceFile = sourceFile;
        this.sourceShort = new UnreliableTarget(sourceFile, UnreliableTarget.Fault.SHORT);
        this.sourceFailing = new UnreliableTarget(sourceFile, UnreliableTarget.Fault.FAILS);
        this.folder = run.folder();
        this.transfers = run.transfers();
        this.sourceMemory = new CountedTarget(new MemoryTarget(Source.memory()), transfers);
        this.ownFile = folder.resolve("written-" + number);
        this.ownTarget = new CountedTarget(FileTarget.forWriting(ownFile), transfers);
        this.published = published;
    }

    @Override
    public Tally call() throws IOException {
        try (IoSession session = aio.openSession()) {
            for (Turn turn : turns) {
                take(turn, session);
            }
        }
        if (written.size() > 0 && !Arrays.equals(written.toByteArray(), Files.readAllBytes(ownFile))) {
            throw new Violation("wrong content in the file that session " + number + " wrote");
        }
        return tally;
    }

    private void take(Turn turn, IoSession session) throws IOException {
        List<StartedTransfer> started = new ArrayList<>();
        List<Path> toDelete = new ArrayList<>();
        session.enterBatchMode();
        for (Transfer transfer : turn.batch()) {
            started.add(start(transfer, session, toDelete));
        }
        for (Path file : toDelete) {
            Files.delete(file);
        }
        session.exitBatchMode();
        published.set(number, started.get(started.size() - 1).reference());
        disturb(turn.disturbance());
        if (turn.awaitsAnother()) {
            awaitAnother(session);
        }
        for (StartedTransfer transfer : started) {
            session.await(transfer.reference());
            tally = transfer.isFailedReopen(faults.reopenPerMille() > 0) ? tally.plusFailedReopen() : tally;
            tally = tally.plusOutcome(transfer.result().status());
        }
    }

    private StartedTransfer start(Transfer transfer, IoSession session, List<Path> toDelete) throws IOException {
        StartedTransfer started = new StartedTransfer(transfer, expected(transfer));
        IoHandle handle = session.acquire(started.result());
        handle.reference(started.reference());
        tally = tally.plusStarted(transfer.kind().isForWorkers());
        switch (transfer.kind()) {
            case READ -> handle.startRead(sourceFile, started.buffer(), transfer.offset());
            case READ_SHORT -> handle.startRead(sourceShort, started.buffer(), transfer.offset());
            case READ_FAILING -> handle.startRead(sourceFailing, started.buffer(), transfer.offset());
            case READ_MEMORY -> handle.startRead(sourceMemory, started.buffer(), transfer.offset());
            case READ_INTO_LOCAL -> {
                handle.setReferencesLocal();
                handle.startRead(sourceFile, started.buffer(), transfer.offset());
            }
            case READ_DELETED -> {
                Path file = Files.createTempFile(folder, "deleted", null);
                Source.write(file);
                toDelete.add(file);
                IoTarget target = new CountedTarget(FileTarget.forReading(file), transfers);
                handle.startRead(target, started.buffer(), transfer.offset());
            }
            case WRITE -> {
                int offset = written.size();
                written.writeBytes(expected(transfer));
                handle.startWrite(ownTarget, started.buffer(), offset);
            }
        }
        return started;
    }

    /** What the transfer reads, or writes: that is a part of the source too, and a whole one. */
    private static byte[] expected(Transfer transfer) {
        if (transfer.kind() == Transfer.Kind.READ_SHORT) {
            return Source.part(transfer.offset(), UnreliableTarget.shortened(transfer.length()));
        }
        int offset = transfer.kind() == Transfer.Kind.WRITE
                ? transfer.offset() % (Workload.SOURCE_BYTES - transfer.length())
                : transfer.offset();
        return Source.part(offset, transfer.length());
    }

    private void disturb(Disturbance disturbance) {
        switch (disturbance.change()) {
            case NONE -> {}
            case RELOAD -> aio.reload(disturbance.argument());
            case INTERRUPT -> aio.interruptWorker(disturbance.argument() - 1);
        }
    }

    private void awaitAnother(IoSession session) {
        int other = (number + 1) % published.length();
        WaitReference reference = published.get(other);
        if (other == number || reference == null) {
            return;
        }
        session.await(reference);
        Violation.unlessEqual(true, session.isCompleted(reference), "completion after waiting for another's I/O");
        tally = tally.plusForeignWait();
    }
}
