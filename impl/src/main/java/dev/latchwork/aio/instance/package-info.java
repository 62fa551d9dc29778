/** Puts an instance together. */
package dev.latchwork.aio.instance;
