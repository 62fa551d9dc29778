/**
 * What an embedder sees of the asynchronous I/O: settings, sessions, handles, wait references, results, targets.
 * Values and interfaces only; {@code dev.latchwork.aio.instance.AioInstance} starts an instance.
 */
package dev.latchwork.aio;
