/** The one seam through which tests watch, disturb and schedule the running code. */
package dev.latchwork.aio.probe;
