package dev.latchwork.aio.worker;

import dev.latchwork.verification.CheckRun;
import dev.latchwork.verification.Effort;
import dev.latchwork.verification.Outcome;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Fault D: slots are allocated for the start-up io_workers and scanned up to the current one. */
class FaultDTest {
    /** io_workers is raised from 1 to 2; the second worker looks for a slot behind the end of the array. */
    @ParameterizedTest
    @CsvSource({"SEED_D, seed-D", "REFERENCE, reference"})
    void register_whenPoolHasGrownBeyondItsFirstSize(SlotPolicy variant, String subject) {
        CheckRun run = CheckRun.start("unit/FaultD.Overrun/" + subject);
        Protocol protocol = new Protocol(1, 4, 1, WorkerSeams.reference().withSlotPolicy(variant));
        protocol.startIdle();
        protocol.control.reload(2);

        Outcome outcome = Outcome.HELD;
        try {
            protocol.startIdle();
        } catch (ArrayIndexOutOfBoundsException e) {
            outcome = Outcome.VIOLATED;
        }
        run.finish(outcome, Effort.of("steps", protocol.steps()));
    }
}
