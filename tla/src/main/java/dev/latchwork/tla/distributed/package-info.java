/**
 * TLC spread over several JVMs and machines, for invariants.
 *
 * <p>Start with {@link dev.latchwork.tla.distributed.DistributedTlc}, the program, or
 * {@link dev.latchwork.tla.distributed.DistributedRunner}.
 */
package dev.latchwork.tla.distributed;
