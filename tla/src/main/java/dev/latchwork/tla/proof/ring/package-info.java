/** Where an I/O is, in a ring of 64 handle ids and outside it: it is never lost, and never in two places. */
package dev.latchwork.tla.proof.ring;
