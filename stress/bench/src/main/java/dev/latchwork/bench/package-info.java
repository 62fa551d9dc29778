/** JMH benchmarks of the implementation. */
package dev.latchwork.bench;
