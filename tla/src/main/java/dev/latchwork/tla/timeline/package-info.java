/** Behaviours of the specification as traces of the format that all harnesses share. */
package dev.latchwork.tla.timeline;
