package dev.latchwork.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * On which processors a fork runs. A wakeup that crosses processors interrupts the other one, and a virtual machine may
 * charge the waker ten times the rest of the wakeup for that, or nothing, as the scheduler happens to place the threads.
 * On one processor that is out of the figures: what is left is what an engine's submit does.
 */
public enum Processors {
    ALL {
        @Override
        void confine() {
            // As the operating system gives them.
        }
    },
    ONE {
        @Override
        void confine() throws IOException, InterruptedException {
            // All threads that exist; those to come inherit it.
            Process taskset = new ProcessBuilder(
                            "taskset",
                            "--all-tasks",
                            "--cpu-list",
                            "--pid",
                            "0",
                            Long.toString(ProcessHandle.current().pid()))
                    .redirectErrorStream(true)
                    .start();
            String output = new String(taskset.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (taskset.waitFor() != 0) {
                throw new IOException("taskset failed: " + output);
            }
        }
    };

    /** Confines this process to them. */
    abstract void confine() throws IOException, InterruptedException;

    /** Why this machine cannot confine a process, or null. */
    String unavailable() {
        try {
            return this == ALL
                            || new ProcessBuilder("taskset", "--version")
                                            .start()
                                            .waitFor()
                                    == 0
                    ? null
                    : "taskset does not work";
        } catch (IOException e) {
            return "no taskset: " + e.getMessage();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted", e));
        }
    }
}
