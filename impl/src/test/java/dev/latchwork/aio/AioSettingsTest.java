package dev.latchwork.aio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AioSettingsTest {
    /** PostgreSQL's defaults; io_max_concurrency is derived. */
    @Test
    void defaults_whenNothingIsSet_thenPostgresValues() {
        assertEquals(new AioSettings(IoMethod.WORKER, 3, 64, 64, 64), AioSettings.defaults());
    }

    /** A bad value is refused with setting, value and range. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 64   | 64    | 64   | 0 is outside the valid range for "io_workers" (1 .. 32)
            33 | 64   | 64    | 64   | 33 is outside the valid range for "io_workers" (1 .. 32)
            3  | 0    | 64    | 64   | 0 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            3  | -2   | 64    | 64   | -2 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            3  | 1025 | 64    | 64   | 1025 is outside the valid range for "io_max_concurrency" (1 .. 1024, or -1 to derive it)
            3  | 64   | 1     | 64   | 1 is outside the valid range for "io_worker_queue_size" (2 .. 65536)
            3  | 64   | 65537 | 64   | 65537 is outside the valid range for "io_worker_queue_size" (2 .. 65536)
            3  | 64   | 64    | 0    | 0 is outside the valid range for "max_sessions" (1 .. 1024)
            3  | 64   | 64    | 1025 | 1025 is outside the valid range for "max_sessions" (1 .. 1024)
            """)
    void settings_whenOutOfRange_thenErrorNamesSettingValueAndRange(
            int workers, int concurrency, int queueSize, int sessions, String message) {
        IllegalArgumentException error = assertThrows(
                IllegalArgumentException.class,
                () -> new AioSettings(IoMethod.WORKER, workers, concurrency, queueSize, sessions));
        assertEquals(message, error.getMessage());
    }
}
