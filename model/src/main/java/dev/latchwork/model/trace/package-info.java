/**
 * Recorded runs of the code: what was recorded, in which order it can have happened, and whether the protocol allows it. The
 * trace's own words: an <em>event</em> is one step of the protocol as it was recorded; a <em>number</em> is a moment in the
 * order of the whole run.
 */
package dev.latchwork.model.trace;
