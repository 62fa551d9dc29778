/** Benchmarks: the worker method beside the engines that a Java program would take otherwise. */
package dev.latchwork.bench;
