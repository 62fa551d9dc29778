package dev.latchwork.subject;

import java.util.Set;

/**
 * What a judge is told. Immutable.
 *
 * @param name the subject's
 * @param variant that it claims, or an empty string
 * @param givesUp properties that it gives up
 * @param ios I/Os of a run at least
 * @param seed of what is random
 * @param replay the command that does all of it again
 */
record Brief(String name, String variant, Set<String> givesUp, long ios, long seed, String replay) {}
