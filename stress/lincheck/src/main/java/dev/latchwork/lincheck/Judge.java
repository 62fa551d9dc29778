package dev.latchwork.lincheck;

import dev.latchwork.lincheck.History.LongestOrder;

/** Says whether what happened may happen, by a specification of the model. */
interface Judge {
    boolean accepts(History history);

    /** The history as it is judged: an operation that takes effect in several steps may be taken for as many. */
    default History taken(History history) {
        return history;
    }

    /** For a history that it does not accept, {@linkplain #taken as it is judged}: how far an order of its operations goes. */
    LongestOrder explain(History taken);
}
