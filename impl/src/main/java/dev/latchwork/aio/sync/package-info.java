/** The sync method. */
package dev.latchwork.aio.sync;
