/**
 * jcstress on memory order and on the decisions to block. A test has two actors, each on a processor of its own, and an
 * actor never waits: it decides whether it would, and takes monitors at most. amd64 shows store-load reordering and what interleaving shows, and
 * nothing else; a missing release or acquire would not be seen here.
 */
package dev.latchwork.jcstress;
