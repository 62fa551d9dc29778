/**
 * Breadth-first search through any transition system whose states are immutable values with {@code equals} and
 * {@code hashCode}. Slower than the {@code Explorer} of the package above, which knows how its states are packed.
 */
package dev.latchwork.model.search;
