/** What a batch costs, measured by JMH. */
package dev.latchwork.bench;
