package dev.latchwork.aio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HandleStateTest {
    /** All eight states, all sixty-four pairs: only the legal transitions are allowed. */
    @Test
    void mayBecome_whenAnyPair_thenOnlyTheLegalNine() {
        Map<HandleState, EnumSet<HandleState>> legal = new EnumMap<>(HandleState.class);
        legal.put(HandleState.IDLE, EnumSet.of(HandleState.HANDED_OUT));
        legal.put(HandleState.HANDED_OUT, EnumSet.of(HandleState.DEFINED, HandleState.IDLE));
        legal.put(HandleState.DEFINED, EnumSet.of(HandleState.STAGED));
        legal.put(HandleState.STAGED, EnumSet.of(HandleState.SUBMITTED));
        legal.put(HandleState.SUBMITTED, EnumSet.of(HandleState.COMPLETED_IO));
        legal.put(HandleState.COMPLETED_IO, EnumSet.of(HandleState.COMPLETED_SHARED));
        legal.put(HandleState.COMPLETED_SHARED, EnumSet.of(HandleState.COMPLETED_LOCAL));
        legal.put(HandleState.COMPLETED_LOCAL, EnumSet.of(HandleState.IDLE));
        for (HandleState from : HandleState.values()) {
            for (HandleState to : HandleState.values()) {
                assertEquals(legal.get(from).contains(to), from.mayBecome(to), from + " -> " + to);
            }
        }
    }
}
