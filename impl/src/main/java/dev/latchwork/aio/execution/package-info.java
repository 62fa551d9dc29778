/** Performing an I/O, and what the methods have in common. */
package dev.latchwork.aio.execution;
