/** The way into the shipped package for actors: parts of the worker method with no threads of their own. */
package dev.latchwork.aio.worker;
