/**
 * Memory order and blocking decisions under jcstress. Actors never park: a latch is judged by its two decisions, "would park"
 * and "must unpark". The results are those of one machine; amd64 shows store-load reordering and nothing else.
 */
package dev.latchwork.jcstress;
