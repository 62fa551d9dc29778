/** Behaviours as traces, tested. */
package dev.latchwork.tla.timeline;
