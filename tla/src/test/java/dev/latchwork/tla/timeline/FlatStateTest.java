package dev.latchwork.tla.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FlatStateTest {
    /** TLC's own notation and that of the state graphs give the same entries. Kills: a value that is cut at a comma within it. */
    @Test
    void of_whenWrittenInEitherNotation_thenTheSameEntries() {
        Map<String, String> expected = Map.of("owed[0]", "<<1, NullLatch>>", "owed[1]", "<<>>");

        assertEquals(
                expected,
                FlatState.of(Map.of("owed", "(0 :> <<1, NullLatch>> @@ 1 :> <<>>)"))
                        .entries());
        assertEquals(
                expected,
                FlatState.of(Map.of("owed", "[0 |-> <<1, NullLatch>>, 1 |-> <<>>]"))
                        .entries());
    }

    /** A function of sets keeps its arguments. Kills: a split within a set. */
    @Test
    void of_whenArgumentsAreSets_thenWhole() {
        assertEquals(
                Map.of("leavers[{}]", "0", "leavers[{0, 1}]", "1"),
                FlatState.of(Map.of("leavers", "({} :> 0 @@ {0, 1} :> 1)")).entries());
    }

    /** An action's arguments are told apart. Kills: a batch that becomes two arguments. */
    @Test
    void arguments_whenABatchIsAmongThem_thenWhole() {
        assertEquals(List.of("0", "<<1, 2>>"), FlatState.arguments("(0, <<1, 2>>)"));
    }
}
