/**
 * The actions of the specifications, by the names that all share, and what each is in C and in Java. It stands here, where no
 * harness does, because the report speaks of actions too and must be made when a harness is red.
 */
package dev.latchwork.verification.protocol;
