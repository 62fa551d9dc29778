/** Waiting and waking: latch, parker, condition variable. Depends on nothing else of the project. */
package dev.latchwork.aio.latch;
