package dev.latchwork.tla.binding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTest {
    /** A printed path is the path that is read. Kills: a choice whose text is another's. */
    @Test
    void parse_whenGivenTheTextOfAPath_thenThatPath() {
        List<Choice> path = List.of(
                new Choice.Submit(1, 2, false),
                new Choice.Submit(0, 3, true),
                new Choice.StepQuietly(2),
                new Choice.StepSubmitter(1),
                new Choice.StepWorker(0, false),
                new Choice.StepWorker(3, true),
                new Choice.StepSupervisor(2),
                new Choice.Interrupt(4),
                new Choice.Reload(5),
                new Choice.CloseSession(1));

        assertEquals(path, Choice.parse(Choice.text(path)));
    }

    /** What is no choice is named. Kills: a replay that leaves out what it cannot read. */
    @ParameterizedTest
    @ValueSource(strings = {"worker", "submit(1)", "worker(1,2)", "wrker(1)", "worker(-1)"})
    void parse_whenNoChoice_thenErrorNamesIt(String text) {
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> Choice.parse("worker(0) " + text));

        assertTrue(error.getMessage().startsWith("\"" + text + "\" is no choice"), error.getMessage());
    }
}
