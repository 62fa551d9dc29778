package dev.latchwork.tla.distributed;

import dev.latchwork.tla.SpecificationFolder;
import java.util.function.Consumer;

/** M99: a run goes on when it has lost a worker. */
final class M99_LossOverlooked extends DistributedRunner {
    M99_LossOverlooked(SpecificationFolder specification, ServerSettings settings, Consumer<String> progress) {
        super(specification, settings, progress);
    }

    @Override
    boolean tellsOfLoss(String line) {
        return false;
    }
}
