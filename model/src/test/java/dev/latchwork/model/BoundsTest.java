package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundsTest {

    /** A setting just outside its range is refused, and the message names setting, value and range. */
    @ParameterizedTest
    @CsvSource({
        "workers, 0, 1 to 16",
        "workers, 17, 1 to 16",
        "submitters, 0, 1 to 16",
        "submitters, 17, 1 to 16",
        "ios, 0, 1 to 31",
        "ios, 32, 1 to 31",
        "ringSize, 1, 2 to 64",
        "ringSize, 128, 2 to 64",
        "maxBatch, 0, 1 to 32",
        "maxBatch, 33, 1 to 32",
        "poolSize, 0, 1 to 1",
        "poolSize, 2, 1 to 1",
        "poolSizes, 0, 1 to 1",
        "poolSizes, 2, 1 to 1",
        "maxReloads, -1, 0 to 15",
        "maxReloads, 16, 0 to 15",
        "maxInterrupts, -1, 0 to 15",
        "maxInterrupts, 16, 0 to 15",
        "maxReopenFailures, -1, 0 to 15",
        "maxReopenFailures, 16, 0 to 15",
    })
    void build_whenSettingIsOutsideItsRange_thenErrorNamesSettingValueAndRange(
            String setting, int value, String range) {
        Bounds.Builder builder = Bounds.builder();
        Consumer<Integer> setter = switch (setting) {
            case "workers" -> builder::workers;
            case "submitters" -> builder::submitters;
            case "ios" -> builder::ios;
            case "ringSize" -> builder::ringSize;
            case "maxBatch" -> builder::maxBatch;
            case "poolSize" -> builder::poolSize;
            case "poolSizes" -> size -> builder.reloads(1, size);
            case "maxReloads" -> most -> builder.reloads(most, 1);
            case "maxInterrupts" -> builder::interrupts;
            case "maxReopenFailures" -> builder::reopenFailures;
            default -> throw new IllegalArgumentException(setting);
        };
        setter.accept(value);

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, builder::build);

        assertEquals(setting + " = " + value + " is outside its range of " + range, error.getMessage());
    }

    /** A ring has a power of two of slots. */
    @Test
    void build_whenRingSizeIsNoPowerOfTwo_thenRefused() {
        Bounds.Builder builder = Bounds.builder().ringSize(6);

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, builder::build);

        assertEquals("ringSize = 6 is no power of two", error.getMessage());
    }

    /** After a warm start every worker waits, so the pool cannot be smaller. */
    @Test
    void build_whenStartIsWarmAndPoolIsSmaller_thenRefused() {
        Bounds.Builder builder = Bounds.builder().start(Start.WARM).workers(2).poolSize(1);

        IllegalArgumentException error = assertThrows(IllegalArgumentException.class, builder::build);

        assertEquals(
                "poolSize = 1 is not all of the 2 workers, but after a warm start each of them waits",
                error.getMessage());
    }

    /** The queue holds one less than the ring has slots, and the largest pool is the largest ever wanted. */
    @Test
    void derived_whenBuilt_thenFollowFromTheSettings() {
        Bounds bounds = Bounds.builder()
                .workers(3)
                .poolSize(1)
                .ringSize(4)
                .reloads(1, 2, 1)
                .build();

        assertEquals(3, bounds.capacity());
        assertEquals(2, bounds.largestPool());
        assertEquals(1, Bounds.builder().workers(3).poolSize(1).build().largestPool());
    }

    /** Bounds do not change when the set that they were made from does. */
    @Test
    void poolSizes_whenSourceChanges_thenKept() {
        SortedSet<Integer> sizes = new TreeSet<>(Set.of(1));
        Bounds bounds = new Bounds(Start.COLD, 2, 1, 1, 2, 1, 2, sizes, 1, 0, 0, false);

        sizes.add(2);

        assertEquals(Set.of(1), bounds.poolSizes());
        assertThrows(
                UnsupportedOperationException.class, () -> bounds.poolSizes().add(2));
    }
}
