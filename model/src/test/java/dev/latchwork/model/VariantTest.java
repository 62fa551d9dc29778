package dev.latchwork.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VariantTest {

    /** The words of the specification name each policy, and no other word does. */
    @Test
    void ofLabel_whenWordOfTheSpecification_thenThatPolicy() {
        for (HandOver handOver : HandOver.values()) {
            assertEquals(handOver, HandOver.ofLabel(handOver.toString()));
        }
        for (Wakeups wakeups : Wakeups.values()) {
            assertEquals(wakeups, Wakeups.ofLabel(wakeups.toString()));
        }
        assertThrows(IllegalArgumentException.class, () -> HandOver.ofLabel("TRUE"));
        assertThrows(IllegalArgumentException.class, () -> Wakeups.ofLabel("fanOut"));
    }

    /** Of the patch's faults PostgreSQL 18 has B, and nothing else. */
    @Test
    void postgres18_whenCompared_thenFaultBAlone() {
        assertEquals(Variant.SEED_B, Variant.POSTGRES_18.named("seed-B"));
    }

    /** A leaver owes one latch at most, unless it wakes all; each set can be delivered in one way. */
    @Test
    void deliverableSets_whenAllPeersAreWoken_thenEverySetButTheEmptyOne() {
        assertEquals(0, HandOver.NOBODY.deliverableSets(3).length);
        assertEquals("[1, 2, 4]", Arrays.toString(HandOver.ONE_IDLE_PEER.deliverableSets(3)));
        assertEquals("[1, 2, 3, 4, 5, 6, 7]", Arrays.toString(HandOver.ALL_PEERS.deliverableSets(3)));
    }

    /** A leaver under fault A may owe the null latch, for which there is no step: it is not among the sets. */
    @Test
    void deliverableSets_whenANullLatchIsOwed_thenNoStep() {
        assertTrue(Arrays.stream(HandOver.ONE_IDLE_PEER.deliverableSets(Bounds.MAX_WORKERS))
                .noneMatch(owes -> owes == WakeupTarget.NULL_LATCH_BIT));
    }
}
