package dev.latchwork.lincheck;

/** Says whether what happened may happen, by a specification of the model. */
interface Judge {
    boolean accepts(History history);
}
