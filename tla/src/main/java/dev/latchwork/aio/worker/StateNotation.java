package dev.latchwork.aio.worker;

/**
 * What of the state a configuration of the specification tells.
 *
 * @param workers slots that it has
 * @param wakesAllOnExit whether a leaver may owe every peer
 * @param exact whether it keeps who is under way
 * @param interruptsApart whether it tells interrupts from requests to shut down, and keeps who comes from a wait
 * @param closes whether it keeps what each session has issued
 * @param ring whether it keeps the ring behind the queue
 */
public record StateNotation(
        int workers, boolean wakesAllOnExit, boolean exact, boolean interruptsApart, boolean closes, boolean ring) {}
