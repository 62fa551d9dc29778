package dev.latchwork.properties;

import dev.latchwork.aio.worker.WorkerSeams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Gives each run of a workload a folder of its own with a file to read, and takes it away again. */
final class WorkloadFiles {
    private WorkloadFiles() {}

    /**
     * Runs {@code workload} on an instance made of {@code seams}.
     *
     * @throws Violation if it does not come out as it should
     */
    static WorkloadSummary judge(Workload workload, WorkerSeams seams) throws Exception {
        Path folder = Files.createTempDirectory("latchwork-properties");
        try {
            Path file = folder.resolve("source");
            Source.write(file);
            Work.did(workload.ios());
            return new WorkloadRun(workload, seams, folder, file, new LongAdder()).judge();
        } finally {
            delete(folder);
        }
    }

    private static void delete(Path folder) throws IOException {
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
