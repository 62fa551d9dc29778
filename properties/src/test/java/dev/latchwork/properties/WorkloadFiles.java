package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/**
 * The folder of one run of a workload; closing it deletes it with its files.
 *
 * @param folder an existing folder
 */
record WorkloadFiles(Path folder) implements AutoCloseable {
    /**
     * Runs {@code workload} on an instance made of {@code seams}, in a folder of its own.
     *
     * @throws Violation if it does not come out as it should
     */
    static WorkloadSummary judge(Workload workload, WorkerSeams seams) throws Exception {
        try (WorkloadFiles files = new WorkloadFiles(Files.createTempDirectory("latchwork-properties"))) {
            Path source = files.folder.resolve("source");
            Source.write(source);
            Work.did(workload.ios());
            return new WorkloadRun(workload, seams, files.folder, source, new LongAdder()).judge();
        }
    }

    @Override
    public void close() throws IOException {
        List<Path> files;
        try (Stream<Path> listing = Files.list(folder)) {
            files = listing.toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
        Files.delete(folder);
    }
}
