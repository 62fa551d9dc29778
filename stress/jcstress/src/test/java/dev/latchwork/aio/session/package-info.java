/** The way into the shipped package for actors: a wait that stops where it would block. */
package dev.latchwork.aio.session;
