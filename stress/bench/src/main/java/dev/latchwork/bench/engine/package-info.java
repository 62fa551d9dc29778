/** The engines that are compared, each behind the same two calls: submit a batch, wait for it. */
package dev.latchwork.bench.engine;
