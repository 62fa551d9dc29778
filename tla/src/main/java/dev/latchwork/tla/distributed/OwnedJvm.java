package dev.latchwork.tla.distributed;

import dev.latchwork.tla.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A JVM that does not outlive the one that started it: it is ended with {@link #close()}, at the exit of this JVM, and,
 * should this JVM be killed, by its own {@link OwnerWatch}. Not thread-safe.
 */
final class OwnedJvm implements AutoCloseable {
    private final Process process;
    private final Thread endWithOwner;

    private OwnedJvm(Process process) {
        this.process = process;
        this.endWithOwner = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(endWithOwner);
    }

    /**
     * Starts a program with this JVM's class path.
     *
     * @param name of its temporary folder in {@code scratch}
     * @param program starts an {@link OwnerWatch}
     * @param output where its output goes
     * @throws IOException if it cannot be started
     */
    static OwnedJvm start(
            ScratchFolder scratch,
            String name,
            Path folder,
            List<String> options,
            Class<?> program,
            List<String> arguments,
            ProcessBuilder.Redirect output)
            throws IOException {
        List<String> line = new ArrayList<>();
        line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        line.addAll(options);
        line.add("-Djava.io.tmpdir=" + scratch.folder("tmp-" + name));
        line.addAll(List.of("-cp", System.getProperty("java.class.path"), program.getName()));
        line.addAll(arguments);
        return new OwnedJvm(new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start());
    }

    Process process() {
        return process;
    }

    /** Ends the JVM and waits until it is gone; an interrupt is kept for the caller. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
        Runtime.getRuntime().removeShutdownHook(endWithOwner);
    }
}
