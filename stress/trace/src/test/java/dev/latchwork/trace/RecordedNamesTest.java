package dev.latchwork.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.latchwork.aio.probe.Step;
import dev.latchwork.model.trace.RecordedAction;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordedNamesTest {
    /** Each step of the code is an action that the judge knows, and the reverse. Kills: a step that nobody judges. */
    @Test
    void steps_whenComparedWithRecordedActions_thenTheSameNames() {
        Set<String> steps =
                Arrays.stream(Step.values()).map(Step::action).collect(Collectors.toCollection(TreeSet::new));
        Set<String> recorded = Arrays.stream(RecordedAction.values())
                .filter(action -> action != RecordedAction.START_TAKEN_BACK)
                .map(RecordedAction::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(steps, recorded);
    }
}
