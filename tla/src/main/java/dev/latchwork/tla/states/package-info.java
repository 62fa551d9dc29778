/**
 * Programs that use TLC as a library: they know the arguments of every action, which TLC itself does not print. Each
 * runs in a JVM of its own, started by the package above.
 */
package dev.latchwork.tla.states;
