package dev.latchwork.aio;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Collectors;

/**
 * Reads settings from properties by PostgreSQL's names, such as {@code io_workers = 8}. What is not set keeps its default;
 * a name that is no setting, or a value that is none of the setting, is refused. Stateless.
 */
public final class SettingsReader {
    private SettingsReader() {}

    /**
     * Reads a properties file in UTF-8.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException naming file, setting, value and range
     */
    public static AioSettings read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        try {
            return parse(properties);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Takes settings from properties.
     *
     * @throws IllegalArgumentException naming setting, value and range
     */
    public static AioSettings parse(Properties properties) {
        AioSettings settings = AioSettings.defaults();
        for (String name : properties.stringPropertyNames()) {
            settings = set(settings, name, properties.getProperty(name).trim());
        }
        return settings;
    }

    private static AioSettings set(AioSettings settings, String name, String value) {
        return switch (name) {
            case "io_method" -> settings.withIoMethod(word(name, value, IoMethod.values()));
            case "io_workers" -> settings.withIoWorkers(number(name, value));
            case "io_max_concurrency" -> settings.withIoMaxConcurrency(number(name, value));
            case "io_worker_queue_size" -> settings.withIoWorkerQueueSize(number(name, value));
            case "io_submit_batch_size" -> settings.withIoSubmitBatchSize(number(name, value));
            case "io_worker_wakeup_fanout" -> settings.withIoWorkerWakeupFanout(number(name, value));
            case "io_worker_wakeup_policy" ->
                settings.withIoWorkerWakeupPolicy(word(name, value, IoWakeupPolicy.values()));
            case "max_sessions" -> settings.withMaxSessions(number(name, value));
            default -> throw new IllegalArgumentException("unrecognized configuration parameter \"" + name + "\"");
        };
    }

    private static int number(String name, String value) {
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "invalid value for parameter \"" + name + "\": \"" + value + "\" is no whole number", e);
        }
    }

    private static <E extends Enum<E>> E word(String name, String value, E[] words) {
        for (E word : words) {
            if (spelling(word).equals(value)) {
                return word;
            }
        }
        throw new IllegalArgumentException("invalid value for parameter \"" + name + "\": \"" + value
                + "\" is not one of "
                + Arrays.stream(words).map(SettingsReader::spelling).collect(Collectors.joining(", ")));
    }

    private static String spelling(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
