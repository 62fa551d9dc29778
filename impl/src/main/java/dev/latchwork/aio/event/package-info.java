/** Events for the JDK's flight recorder. Without a recording they cost a test of a flag and allocate nothing. */
package dev.latchwork.aio.event;
