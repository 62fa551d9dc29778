package dev.latchwork.aio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AioSettingsTest {
    @TempDir
    Path directory;

    /** PostgreSQL's defaults; io_max_concurrency is derived. */
    @Test
    void defaults_whenNothingIsSet_thenPostgresValues() {
        assertEquals(
                new AioSettings(IoMethod.WORKER, 3, 64, 64, 32, 2, IoWakeupPolicy.FAN_OUT, 64), AioSettings.defaults());
    }

    /** A bad value is refused with setting, value and range. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            io_workers              | 0       | 0 is outside the valid range for "io_workers" (1 .. 32)
            io_workers              | 33      | 33 is outside the valid range for "io_workers" (1 .. 32)
            io_workers              | many    | invalid value for parameter "io_workers": "many" is no whole number
            io_max_concurrency      | 0       | 0 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            io_max_concurrency      | -2      | -2 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            io_max_concurrency      | 1025    | 1025 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            io_worker_queue_size    | 1       | 1 is outside the valid range for "io_worker_queue_size" (2 .. 65536)
            io_worker_queue_size    | 65537   | 65537 is outside the valid range for "io_worker_queue_size" (2 .. 65536)
            io_submit_batch_size    | 0       | 0 is outside the valid range for "io_submit_batch_size" (1 .. 32)
            io_submit_batch_size    | 33      | 33 is outside the valid range for "io_submit_batch_size" (1 .. 32)
            io_worker_wakeup_fanout | -1      | -1 is outside the valid range for "io_worker_wakeup_fanout" (0 .. 31)
            io_worker_wakeup_fanout | 32      | 32 is outside the valid range for "io_worker_wakeup_fanout" (0 .. 31)
            max_sessions            | 0       | 0 is outside the valid range for "max_sessions" (1 .. 1024)
            max_sessions            | 1025    | 1025 is outside the valid range for "max_sessions" (1 .. 1024)
            io_method               | threads | invalid value for parameter "io_method": "threads" is not one of sync, worker
            io_worker_wakeup_policy | all     | invalid value for parameter "io_worker_wakeup_policy": "all" is not one of fan_out, exact
            io_worker               | 3       | unrecognized configuration parameter "io_worker"
            """)
    void parse_whenUnusable_thenErrorNamesSettingValueAndRange(String name, String value, String message) {
        Properties properties = new Properties();
        properties.setProperty(name, value);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> SettingsReader.parse(properties));
        assertEquals(message, error.getMessage());
    }

    /** Every setting can be read from a file, at both ends of its range; what is not there keeps its default. */
    @Test
    void read_whenAllAreSet_thenAllAreTaken() throws IOException {
        Path file = Files.writeString(directory.resolve("aio.properties"), """
                io_method = sync
                io_workers = 32
                io_max_concurrency = 1024
                io_worker_queue_size = 65536
                io_submit_batch_size = 1
                io_worker_wakeup_fanout = 31
                io_worker_wakeup_policy = exact
                max_sessions = 1024
                """);
        assertEquals(
                new AioSettings(IoMethod.SYNC, 32, 1024, 65536, 1, 31, IoWakeupPolicy.EXACT, 1024),
                SettingsReader.read(file));
        assertEquals(AioSettings.defaults(), SettingsReader.parse(new Properties()));
    }

    /** The error of a file names the file. */
    @Test
    void read_whenUnusable_thenErrorNamesTheFile() throws IOException {
        Path file = Files.writeString(directory.resolve("bad.properties"), "io_workers = 99");
        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, () -> SettingsReader.read(file));
        assertEquals(file + ": 99 is outside the valid range for \"io_workers\" (1 .. 32)", error.getMessage());
    }
}
