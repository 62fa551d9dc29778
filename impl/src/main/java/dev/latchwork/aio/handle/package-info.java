/** Handles: their life cycle, their owner, their completion. */
package dev.latchwork.aio.handle;
