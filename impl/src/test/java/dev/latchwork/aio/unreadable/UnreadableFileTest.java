package dev.latchwork.aio.unreadable;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchwork.aio.Aio;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Permissions do not concern root, so under root the program runs as nobody, with copies of the classes that nobody can read. */
class UnreadableFileTest {
    private static final Set<PosixFilePermission> FOR_EVERYBODY = PosixFilePermissions.fromString("rwxrwxrwx");
    private static final List<String> AS_NOBODY =
            List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "--");

    @TempDir
    Path directory;

    /** The I/O in question fails, and nothing else does. */
    @Test
    void reopen_whenMadeUnreadableAfterSubmit_thenCompletesAsFailed() throws Exception {
        boolean concerned = arePermissionsObeyed();
        assumeTrue(
                concerned || isThereSetpriv(),
                "this user may read everything, and there is no setpriv to run the test as another one");
        openToEverybody(directory);
        Path home = Files.createDirectory(directory.resolve("home"));
        openToEverybody(home);
        List<String> command = new ArrayList<>(concerned ? List.of() : AS_NOBODY);
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                copyOf(Aio.class) + ":" + copyOf(UnreadableFile.class),
                UnreadableFile.class.getName(),
                home.toString()));
        Process program = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals("""
                readable: OK 1 bytes
                made unreadable: ERROR -ENOENT
                neighbour: OK 1 bytes
                readable again: OK 1 bytes
                """, output);
        assertEquals(0, program.waitFor());
    }

    private boolean arePermissionsObeyed() throws IOException {
        Path file = Files.write(directory.resolve("probe"), new byte[1]);
        Files.setPosixFilePermissions(file, Set.of());
        return !Files.isReadable(file);
    }

    private static boolean isThereSetpriv() throws InterruptedException {
        try {
            List<String> command = new ArrayList<>(AS_NOBODY);
            command.add("true");
            return new ProcessBuilder(command).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static void openToEverybody(Path path) throws IOException {
        Files.setPosixFilePermissions(path, FOR_EVERYBODY);
    }

    /** A readable copy of the folder that the class was loaded from. */
    private Path copyOf(Class<?> type) throws IOException, URISyntaxException {
        Path source =
                Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        Path copy = directory.resolve(type.getSimpleName());
        try (Stream<Path> all = Files.walk(source)) {
            for (Path each : all.toList()) {
                Path target = copy.resolve(source.relativize(each).toString());
                Files.copy(each, target);
                openToEverybody(target);
            }
        }
        return copy;
    }
}
