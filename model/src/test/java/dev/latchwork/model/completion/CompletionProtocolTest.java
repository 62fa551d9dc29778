package dev.latchwork.model.completion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.latchwork.model.search.Search;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CompletionProtocolTest {

    static Stream<CompletionWorlds> worlds() {
        return Stream.of(CompletionWorlds.REUSE, CompletionWorlds.OLDEST, CompletionWorlds.WAITERS);
    }

    /** Every property holds, and the state graph has its size. Kills: an action that happens where it must not. */
    @ParameterizedTest
    @MethodSource("worlds")
    void search_whenReference_thenAllPropertiesHoldInAllStates(CompletionWorlds world) {
        Search<CompletionState, CompletionAction> search =
                Search.through(new CompletionProtocol(world.bounds()), CompletionProperties.ALL);

        assertEquals(Map.of(), search.counterexamples());
        assertTrue(search.complete());
        assertEquals(world.distinct(), search.states().size());
        assertEquals(world.diameter(), search.diameter());
        assertTrue(search.isAcyclic());
    }
}
