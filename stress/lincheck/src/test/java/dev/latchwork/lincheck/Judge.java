package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;

/** Says whether what happened may happen, by a specification of the model. */
interface Judge {
    boolean accepts(History history);

    /** For a history that it does not accept: how far an order of its operations goes. */
    LongestOrder explain(History history);
}
