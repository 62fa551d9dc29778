/** The way into the shipped package for Lincheck: sessions whose waits and lists of handles are given to them. */
package dev.latchwork.aio.session;
