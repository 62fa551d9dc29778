/** Real runs of the implementation on real files while faults act on it. */
package dev.latchwork.nemesis;
