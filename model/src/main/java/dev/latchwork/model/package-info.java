/**
 * The executable specification of the worker method: the protocol of {@code docs/protocol.md} as immutable states,
 * actions with a guard and an effect, invariants, and an exhaustive explorer.
 *
 * <p>The protocol starts no thread, takes no lock and performs no I/O; only {@link dev.latchwork.model.Explorer} may use
 * several threads. Nothing depends on the implementation: an oracle that shares code with its subject agrees with its bugs. Every class is immutable or confined to its caller, unless
 * its comment says otherwise.
 */
package dev.latchwork.model;
